package org.kameng.tools.enginefeed;

import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;

/** How long to wait after a failure, and how often to say so. */
final class Outage {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration REPEAT_AFTER = Duration.ofSeconds(30);

    private final Logger log;
    private Duration pause = FIRST_PAUSE;
    private long failures;
    private long since;
    private long said;

    Outage(Logger log) {
        this.log = log;
    }

    void failed(Exception e, FeedSettings settings) {
        long now = System.nanoTime();
        if (failures++ == 0) {
            since = now;
        }
        if (failures == 1 || now - said > REPEAT_AFTER.toNanos()) {
            said = now;
            String state = e instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "-";
            log.warn(
                    "engine-feed cannot write as {} (try {}, state {}); the engine goes on, its log grows: {}",
                    settings,
                    failures,
                    state,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e instanceof RuntimeException ? e : null);
        }
    }

    Duration pause() {
        Duration now = pause;
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        return now;
    }

    void over() {
        if (failures > 0) {
            log.info(
                    "engine-feed writes again after {} failed tries in {} s",
                    failures,
                    Duration.ofNanos(System.nanoTime() - since).toSeconds());
            failures = 0;
            pause = FIRST_PAUSE;
        }
    }
}
