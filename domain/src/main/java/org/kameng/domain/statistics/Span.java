package org.kameng.domain.statistics;

import java.time.Duration;

/** How far back a number looks; true to the five minutes in which things are counted. */
public enum Span {
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1));

    private final Duration length;

    Span(Duration length) {
        this.length = length;
    }

    Duration length() {
        return length;
    }
}
