package org.kameng.domain.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The relay's side. Lease a batch (one commit), send with no transaction open, then mark done (one commit). A relay that
 * dies loses its lease by time and another takes over, so everything may be sent twice; nothing is lost. Order is by due
 * time and not promised.
 */
public interface OutboxStore {
    /** Up to {@code limit} due messages that nobody holds; concurrent callers never get the same row. */
    List<LeasedMessage> lease(String owner, Set<String> topics, int limit, Duration lease);

    void done(Collection<Long> ids);

    /** Gives the message back to be tried again at {@code retryAt}; the caller chooses back-off and jitter. */
    void failed(long id, String errorCode, Instant retryAt);

    /** Empty if the database does not answer. */
    Optional<OutboxStats> stats();

    /** Calls back after each commit that added a message in this JVM, on the committing thread: be quick, do no I/O. */
    void onCommit(Runnable wake);

    /** Deletes up to {@code limit} messages sent before the instant; returns how many. */
    int deleteDoneBefore(Instant before, int limit);
}
