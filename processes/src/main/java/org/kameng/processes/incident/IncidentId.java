package org.kameng.processes.incident;

/** An incident: keys start again when the broker's data is lost, so the epoch belongs to the name. */
public record IncidentId(long epoch, long key) {

    /** For URLs, for example {@code 1-2251799813685301}. */
    public String text() {
        return epoch + "-" + key;
    }

    /** Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException when the text is no incident id */
    public static IncidentId parse(String text) {
        var dash = text.indexOf('-');
        if (dash < 1) throw new IllegalArgumentException("not an incident id");
        return new IncidentId(Long.parseLong(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
    }
}
