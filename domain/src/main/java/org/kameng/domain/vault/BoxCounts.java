package org.kameng.domain.vault;

/** How many cards each narrowing of a box would show; the newest hundred thousand are counted. */
public record BoxCounts(int all, int fresh, int viewed, int expiring, int expired) {
    public int of(BoxFilter.Show show) {
        return switch (show) {
            case ALL -> all;
            case NEW -> fresh;
            case VIEWED -> viewed;
            case EXPIRING -> expiring;
            case EXPIRED -> expired;
        };
    }
}
