package org.kameng.processes.inbox;

/** A user task: keys start again when the broker's data is lost, so the epoch belongs to the name. */
public record TaskId(long epoch, long key) {

    /** For URLs and the change feed, for example {@code 1-2251799813685301}. */
    public String text() {
        return epoch + "-" + key;
    }

    /** Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException when the text is no task id */
    public static TaskId parse(String text) {
        var dash = text.indexOf('-');
        if (dash < 1) throw new IllegalArgumentException("not a task id");
        return new TaskId(Long.parseLong(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
    }
}
