package org.kameng.domain.catalog;

/** Text that people type, as a pattern that means only itself. */
final class SqlText {
    private SqlText() {}

    static String containing(String text) {
        return "%" + text.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
