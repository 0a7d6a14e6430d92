package org.kameng.domain.shared;

/** Cells of files that people open in a spreadsheet: quoted where needed, and never a formula (OWASP, CSV injection). */
public final class CsvCells {
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvCells() {}

    public static String cell(String text) {
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n\t;'].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
