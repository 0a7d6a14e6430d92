package org.kameng.domain.vault;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.vault.LineProblem.ProblemCode;

/** Reads an import file and judges each line by itself and against the lines before it. */
final class CardFile {
    static final int MAX_LINES = 20_000;
    static final int MAX_BYTES = 5 * 1024 * 1024;
    private static final Set<String> HEADER = Set.of("no", "pwd", "url", "pin", "expires_on");
    static final int MAX_TEXT = 200;
    static final int MAX_URL = 500;

    private final LocalDate today;
    private final List<CardLine> lines = new ArrayList<>();
    private final Problems problems = new Problems();
    private final Map<String, Integer> seen = new HashMap<>();
    private int count;

    private CardFile(LocalDate today) {
        this.today = today;
    }

    static CardFile read(byte[] bytes, LocalDate today) {
        var file = new CardFile(today);
        if (bytes.length > MAX_BYTES) return file.refuse(ProblemCode.TOO_LARGE);
        var text = decode(bytes);
        if (text == null) return file.refuse(ProblemCode.BAD_ENCODING);
        if (text.isBlank()) return file.refuse(ProblemCode.EMPTY_FILE);
        file.parse(text);
        return file;
    }

    List<CardLine> lines() {
        return lines;
    }

    Problems problems() {
        return problems;
    }

    int count() {
        return count;
    }

    private void parse(String text) {
        try (var csv = CsvReader.builder()
                .maxBufferSize(64 * 1024)
                .skipEmptyLines(true)
                .allowExtraFields(false)
                .allowMissingFields(false)
                .ofNamedCsvRecord(text)) {
            for (var row : csv) {
                if (count == 0 && !Set.copyOf(row.getHeader()).equals(HEADER)) {
                    refuse(ProblemCode.BAD_HEADER);
                    return;
                }
                if (++count > MAX_LINES) {
                    refuse(ProblemCode.TOO_MANY_LINES);
                    return;
                }
                judge(row);
            }
            if (count == 0) refuse(ProblemCode.EMPTY_FILE);
        } catch (CsvParseException malformed) {
            problems.add(new LineProblem(count + 2, "", ProblemCode.BAD_FORMAT));
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException("reading a string failed", impossible);
        }
    }

    private void judge(NamedCsvRecord row) {
        var line = Math.toIntExact(row.getStartingLineNumber());
        if (row.getFieldCount() != HEADER.size()) {
            problems.add(new LineProblem(line, "", ProblemCode.BAD_FORMAT));
            return;
        }
        var number = text(row, "no", line, MAX_TEXT);
        var password = text(row, "pwd", line, MAX_TEXT);
        var url = text(row, "url", line, MAX_URL);
        var pin = text(row, "pin", line, MAX_TEXT);
        if (number == null) {
            problems.add(new LineProblem(line, "no", ProblemCode.MISSING));
            return;
        }
        if (url != null && !url.matches("https?://[^\\s]+"))
            problems.add(new LineProblem(line, "url", ProblemCode.BAD_FORMAT));
        var normalised = CardText.normalise(number);
        if (normalised.length() < 4) {
            problems.add(new LineProblem(line, "no", ProblemCode.BAD_FORMAT));
            return;
        }
        if (seen.putIfAbsent(normalised, line) != null) {
            problems.add(new LineProblem(line, "no", ProblemCode.DUPLICATE_IN_FILE));
        }
        lines.add(new CardLine(line, normalised, new CardContent(number, password, url, pin), expiry(row, line)));
    }

    private @Nullable LocalDate expiry(NamedCsvRecord row, int line) {
        var text = row.getField("expires_on").strip();
        if (text.isEmpty()) return null;
        try {
            var date = LocalDate.parse(text);
            if (date.isBefore(today)) problems.add(new LineProblem(line, "expires_on", ProblemCode.EXPIRED));
            if (date.getYear() > 2200) problems.add(new LineProblem(line, "expires_on", ProblemCode.BAD_DATE));
            return date;
        } catch (DateTimeParseException notADate) {
            problems.add(new LineProblem(line, "expires_on", ProblemCode.BAD_DATE));
            return null;
        }
    }

    private @Nullable String text(NamedCsvRecord row, String column, int line, int max) {
        var text = row.getField(column).strip();
        if (text.length() > max) problems.add(new LineProblem(line, column, ProblemCode.TOO_LONG));
        if (text.chars().anyMatch(Character::isISOControl))
            problems.add(new LineProblem(line, column, ProblemCode.BAD_FORMAT));
        return text.isEmpty() ? null : text;
    }

    private CardFile refuse(ProblemCode code) {
        problems.add(new LineProblem(0, "", code));
        return this;
    }

    private static @Nullable String decode(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    /** Collects problems; lists the first of them, counts all bad lines. */
    static final class Problems {
        static final int LISTED = 200;
        private final List<LineProblem> listed = new ArrayList<>();
        private final Set<Integer> badLines = new java.util.HashSet<>();
        private final Map<ProblemCode, Integer> counts = new java.util.EnumMap<>(ProblemCode.class);

        void add(LineProblem problem) {
            badLines.add(problem.line());
            counts.merge(problem.code(), 1, Integer::sum);
            if (listed.size() < LISTED) listed.add(problem);
        }

        boolean none() {
            return badLines.isEmpty();
        }

        int count(ProblemCode code) {
            return counts.getOrDefault(code, 0);
        }

        int badLines() {
            return badLines.size();
        }

        List<LineProblem> listed() {
            return List.copyOf(listed);
        }
    }
}
