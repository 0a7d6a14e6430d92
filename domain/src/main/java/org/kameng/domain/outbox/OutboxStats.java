package org.kameng.domain.outbox;

import java.time.Duration;

/** How the outbox stands: unsent messages, those that failed at least once, and the age of the oldest that is due (zero if none is). */
public record OutboxStats(long waiting, long failing, Duration oldestDue) {}
