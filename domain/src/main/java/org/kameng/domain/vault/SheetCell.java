package org.kameng.domain.vault;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.CsvCells;

/**
 * A cell of a CSV file that a spreadsheet opens without running or changing it. What would be read as a number or a date ends
 * with a tab, or sixteen digits would become fifteen.
 */
final class SheetCell {
    private static final Pattern CHANGED =
            Pattern.compile("0[0-9.]+|[0-9]{12,}|[0-9.]+[eE][0-9]+|[0-9]{1,4}[-/.:][0-9]{1,2}([-/.:][0-9]{1,4})?");

    private SheetCell() {}

    static String of(@Nullable String text) {
        if (text == null || text.isEmpty()) return "";
        return CHANGED.matcher(text).matches() ? text + "\t" : CsvCells.safe(text);
    }
}
