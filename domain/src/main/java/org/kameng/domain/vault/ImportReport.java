package org.kameng.domain.vault;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did. With any problem nothing was imported and {@code batchId} is null; at most 200 problems are listed,
 * {@code badLines} counts all.
 */
public record ImportReport(
        @Nullable Long batchId, int lines, int imported, int badLines, List<LineProblem> problems, String fileSha256) {
    public boolean accepted() {
        return batchId != null;
    }
}
