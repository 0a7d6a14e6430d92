package org.kameng.domain.vault;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.vault.ImportPreview.ExpiryCount;
import org.kameng.domain.vault.ImportPreview.Life;
import org.kameng.domain.vault.ImportPreview.MaskedLine;
import org.kameng.domain.vault.LineProblem.ProblemCode;

/** Puts together what a person sees of a file before it is imported. */
final class PreviewReport {
    private static final int SAMPLES = 5;
    private static final int ENDS = 2;
    private static final int SHORT = 10;

    private PreviewReport() {}

    static ImportPreview of(
            CardFile file,
            String name,
            String sha256,
            LocalDate today,
            int promiseDays,
            @Nullable UUID token,
            @Nullable Long same) {
        var problems = file.problems();
        return new ImportPreview(
                token,
                name,
                sha256,
                file.count(),
                Math.max(0, file.count() - problems.badLines()),
                problems.badLines(),
                problems.count(ProblemCode.DUPLICATE_IN_FILE),
                problems.count(ProblemCode.DUPLICATE_IN_STOCK),
                problems.listed(),
                expiry(file.lines(), today, promiseDays),
                file.lines().stream().limit(SAMPLES).map(PreviewReport::masked).toList(),
                same);
    }

    private static List<ExpiryCount> expiry(List<CardLine> lines, LocalDate today, int promiseDays) {
        var counts = new EnumMap<Life, Integer>(Life.class);
        lines.forEach(line -> counts.merge(life(line.expiresOn(), today, promiseDays), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> new ExpiryCount(count.getKey(), count.getValue()))
                .toList();
    }

    static Life life(@Nullable LocalDate expiresOn, LocalDate today, int promiseDays) {
        if (expiresOn == null) return Life.FOREVER;
        if (expiresOn.isBefore(today.plusDays(promiseDays))) return Life.BELOW_PROMISE;
        if (!expiresOn.isAfter(today.plusDays(30))) return Life.MONTH;
        if (!expiresOn.isAfter(today.plusDays(90))) return Life.QUARTER;
        return expiresOn.isAfter(today.plusDays(365)) ? Life.LONGER : Life.YEAR;
    }

    private static MaskedLine masked(CardLine line) {
        var content = line.content();
        return new MaskedLine(
                line.line(),
                mask(content.number()),
                content.password() != null,
                content.url() != null,
                content.pin() != null,
                line.expiresOn());
    }

    /** Only a long number shows its ends: of a short one they would be half of it. */
    static String mask(String number) {
        return number.length() < SHORT
                ? "•".repeat(number.length())
                : number.substring(0, ENDS)
                        + "•".repeat(number.length() - 2 * ENDS)
                        + number.substring(number.length() - ENDS);
    }
}
