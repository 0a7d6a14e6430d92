package org.kameng.domain.shared;

import java.util.regex.Pattern;

/** Text that people write and many may read for years: it holds no phone number in full, and is never cut through a character. */
public final class PlainText {
    private static final Pattern PHONE =
            Pattern.compile("(?<![0-9A-Za-z])((?:\\+?86|0086)?1[3-9][0-9])[0-9]{4}([0-9]{4})(?![0-9A-Za-z])");

    private PlainText() {}

    /**
     * Why somebody did something, without the white space around it.
     *
     * @param most characters allowed
     * @throws DomainException REASON_REQUIRED, INVALID_INPUT ("reason") when it is too long, PHONE_IN_TEXT
     */
    public static String reason(String typed, int most) {
        var reason = typed.strip();
        if (reason.isEmpty()) throw new DomainException(ErrorCode.REASON_REQUIRED);
        if (reason.length() > most) throw new DomainException(ErrorCode.INVALID_INPUT, "reason");
        if (namesPhone(reason)) throw new DomainException(ErrorCode.PHONE_IN_TEXT);
        return reason;
    }

    public static boolean namesPhone(String text) {
        return PHONE.matcher(text).find();
    }

    /** The same with the middle of each phone number hidden: {@code 138****0001}. */
    public static String masked(String text) {
        return PHONE.matcher(text).replaceAll("$1****$2");
    }

    /** The beginning, at most that many characters as people count them. */
    public static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }
}
