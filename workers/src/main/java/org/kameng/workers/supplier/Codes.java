package org.kameng.workers.supplier;

/** Codes of suppliers, cut to what may stand in a log, a table or on a screen. */
final class Codes {
    private static final int LONGEST = 40;

    private Codes() {}

    static String clean(String code) {
        var kept = code.replaceAll("[^0-9A-Za-z_-]", "");
        return kept.length() <= LONGEST ? kept : kept.substring(0, LONGEST);
    }
}
