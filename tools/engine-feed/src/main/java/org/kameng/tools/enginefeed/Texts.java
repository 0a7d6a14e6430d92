package org.kameng.tools.enginefeed;

import org.jspecify.annotations.Nullable;

/** Texts and instants as PostgreSQL can take them: one it refuses would stop the feed for good. */
final class Texts {

    static final int MESSAGE_LIMIT = 500;
    static final int NUMBER_LIMIT = 200;
    /** Stands for "no instant" in arrays of milliseconds. */
    static final long NO_INSTANT = -1;

    private static final long YEAR_9999 = 253_370_764_800_000L;

    private Texts() {}

    static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    static @Nullable String orNull(@Nullable String text, int limit) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (text.length() <= limit) {
            return clean(text);
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return clean(text.substring(0, end));
    }

    static long instant(long millis) {
        return millis <= 0 ? NO_INSTANT : Math.min(millis, YEAR_9999);
    }

    /** The text inside a JSON string, or null for every other JSON value. */
    static @Nullable String jsonString(String json) {
        if (json.length() < 3 || json.charAt(0) != '"' || json.length() > NUMBER_LIMIT || json.indexOf('\\') >= 0) {
            return null; // a business number needs no escapes; anything that does is not one
        }
        return orNull(json.substring(1, json.length() - 1), NUMBER_LIMIT);
    }
}
