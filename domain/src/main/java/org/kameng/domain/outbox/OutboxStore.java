package org.kameng.domain.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The relay's side. Lease a batch, send with no transaction open, then mark it done with the commit that leases the next. A relay that
 * dies loses its lease by time and another takes over, so everything may be sent twice; nothing is lost. Order is by due
 * time and not promised.
 */
public interface OutboxStore {
    /** Up to {@code limit} due messages that nobody holds; concurrent callers never get the same row. */
    List<LeasedMessage> lease(String owner, Set<String> topics, int limit, Duration lease);

    /** Marks what was sent and leases what is next, in one commit. */
    List<LeasedMessage> next(Collection<Long> done, String owner, Set<String> topics, int limit, Duration lease);

    void done(Collection<Long> ids);

    /** Gives the message back to be tried again at {@code retryAt}; the caller chooses back-off and jitter. */
    void failed(long id, String errorCode, Instant retryAt);

    /** Empty if the database does not answer. */
    Optional<OutboxStats> stats();

    /** Calls back with the topics after each commit that added messages in this JVM, on the committing thread: be quick, do no I/O. */
    void onCommit(Consumer<Set<String>> wake);

    /** Deletes up to {@code limit} messages sent before the instant; returns how many. */
    int deleteDoneBefore(Instant before, int limit);
}
