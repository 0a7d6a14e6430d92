package org.kameng.domain.account;

import java.time.Duration;

/** How long a session may last: without activity, and at most. */
public record SessionRules(Duration staffIdle, Duration customerIdle, Duration absolute) {
    public static final SessionRules STANDARD =
            new SessionRules(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(8));

    public Duration idle(boolean staff) {
        return staff ? staffIdle : customerIdle;
    }
}
