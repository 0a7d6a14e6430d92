package org.kameng.domain.shared;

/** Cells of files that people open in a spreadsheet: quoted where needed, and never a formula (OWASP, CSV injection). */
public final class CsvCells {
    /** What begins a formula, also in its full-width form, or hides one behind a control character. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvCells() {}

    /** What would be read as a formula begins with an apostrophe. */
    public static String safe(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    public static String cell(String text) {
        var safe = safe(text);
        return safe.matches("(?s).*[\",\r\n\t;'].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
