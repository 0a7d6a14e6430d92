package org.kameng.domain.vault;

/** One bad line; {@code line} counts from 1 with the header as line 1, 0 means the whole file. Never holds the cell's text. */
public record LineProblem(int line, String column, ProblemCode code) {
    /** Why a line was refused; texts in bundles under {@code import.<CODE>}. */
    public enum ProblemCode {
        BAD_FORMAT,
        BAD_HEADER,
        BAD_ENCODING,
        MISSING,
        TOO_LONG,
        BAD_DATE,
        EXPIRED,
        DUPLICATE_IN_FILE,
        DUPLICATE_IN_STOCK,
        TOO_MANY_LINES,
        TOO_LARGE,
        EMPTY_FILE
    }
}
