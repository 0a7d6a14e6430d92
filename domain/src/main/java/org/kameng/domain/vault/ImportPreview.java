package org.kameng.domain.vault;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a file would bring.
 *
 * @param token null when the file has problems and cannot be imported
 * @param good lines without a problem
 * @param badLines lines with a problem; {@code problems} lists the first 200
 * @param expiry how long its cards live, by the sku's promise and today
 * @param samples the first lines with their numbers masked
 * @param sameFileBatch the batch this very file was imported as before
 */
public record ImportPreview(
        @Nullable UUID token,
        String fileName,
        String fileSha256,
        int lines,
        int good,
        int badLines,
        int duplicatesInFile,
        int duplicatesInStock,
        List<LineProblem> problems,
        List<ExpiryCount> expiry,
        List<MaskedLine> samples,
        @Nullable Long sameFileBatch) {
    public ImportPreview {
        problems = List.copyOf(problems);
        expiry = List.copyOf(expiry);
        samples = List.copyOf(samples);
    }

    /** Cards whose life ends within a span; texts in bundles under {@code import.life.<SPAN>}. */
    public record ExpiryCount(Life life, int cards) {}

    /** How long a card lives from today. */
    public enum Life {
        /** Less than its SKU promises: it could not be sold. */
        BELOW_PROMISE,
        MONTH,
        QUARTER,
        YEAR,
        LONGER,
        FOREVER
    }

    /** A line without its secrets: which fields it has, and the ends of its number. */
    public record MaskedLine(
            int line,
            String number,
            boolean password,
            boolean url,
            boolean pin,
            @Nullable LocalDate expiresOn) {}
}
