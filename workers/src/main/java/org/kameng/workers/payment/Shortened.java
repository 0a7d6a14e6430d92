package org.kameng.workers.payment;

/** Texts as long as a channel takes them, never cut through a character. */
final class Shortened {
    private Shortened() {}

    static String to(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
