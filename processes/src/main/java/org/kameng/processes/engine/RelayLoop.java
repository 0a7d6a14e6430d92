package org.kameng.processes.engine;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.outbox.LeasedMessage;
import org.kameng.domain.outbox.OutboxStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lease a batch, send it with no transaction open and all messages at once, mark what was taken with the commit that leases
 * the next. A message that the other side keeps waiting holds up nobody: the next batch leaves while it is on its way.
 */
final class RelayLoop {
    private static final Logger LOG = LoggerFactory.getLogger(RelayLoop.class);
    private static final int BATCH = 64;
    private static final int MOST_ON_THE_WAY = 256;
    private static final Duration LEASE = Duration.ofSeconds(60);
    /** Who comes while others are on their way waits this long for company; who comes alone does not wait. */
    private static final Duration COMPANY = Duration.ofMillis(5);
    /** A message nobody will ever take stays in the table, failing, until a person looks. */
    private static final Duration PARKED = Duration.ofDays(3650);

    private static final BackOff BACK_OFF = new BackOff(Duration.ofMillis(200), Duration.ofSeconds(10));

    private record Answer(LeasedMessage message, ReceiveResult result) {}

    private final OutboxStore store;
    private final OutboxReceiver receiver;
    private final Set<String> carried;
    private final String owner;
    private final Duration poll;
    private final Clock clock;
    private final MeterRegistry meters;
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    /** One for every wish and every answer; the loop takes all at once. */
    private final Semaphore news = new Semaphore(0);

    private final AtomicBoolean wished = new AtomicBoolean(true);
    /** Known to the loop's own thread only, like what was sent and is not marked yet: a relay that dies here sends it once more. */
    private int onTheWay;

    private final List<Long> taken = new ArrayList<>();

    private volatile boolean stopping;
    private @Nullable Thread thread;

    RelayLoop(
            OutboxStore store,
            OutboxReceiver receiver,
            String owner,
            Duration poll,
            Clock clock,
            MeterRegistry meters) {
        this.store = store;
        this.receiver = receiver;
        this.carried = receiver.topics();
        this.owner = owner;
        this.poll = poll;
        this.clock = clock;
        this.meters = meters;
    }

    void start(BooleanSupplier open) {
        var name = "relay-" + receiver.getClass().getSimpleName();
        thread = Thread.ofVirtual().name(name).start(() -> run(open));
    }

    /** There are messages of these topics; a loop that carries none of them need not ask the database. */
    void wake(Set<String> topics) {
        if (!Collections.disjoint(topics, carried)) wish();
    }

    void stop() {
        stopping = true;
        wish();
    }

    void join(Duration patience) {
        try {
            if (thread != null) thread.join(patience);
            senders.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wish() {
        wished.set(true);
        news.release();
    }

    private void run(BooleanSupplier open) {
        var failures = 0;
        try {
            while (!stopping) {
                try {
                    if (!open.getAsBoolean()) mark();
                    else if (sendBatch()) continue;
                    rest();
                    failures = 0;
                } catch (RuntimeException e) {
                    LOG.warn("the relay could not use the outbox: {}", Failures.describe(e));
                    wished.set(true);
                    backOff(failures++);
                }
            }
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("the relay could not mark what it had sent: {}", Failures.describe(e));
        }
    }

    /** Ended early by news, so that a relay that is told to stop does not wait it out. */
    private void backOff(int failures) throws InterruptedException {
        news.drainPermits();
        if (!stopping) news.tryAcquire(BACK_OFF.after(failures).toMillis(), TimeUnit.MILLISECONDS);
    }

    private void end() throws InterruptedException {
        while (onTheWay > 0) {
            news.acquire();
            settle();
        }
        mark();
    }

    private void mark() {
        settle();
        if (taken.isEmpty()) return;
        store.done(taken);
        taken.clear();
    }

    /** Until there is something to lease, the last on the way has answered and can be marked, or it is time to look anyway. */
    private void rest() throws InterruptedException {
        do {
            if (!news.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) {
                wished.set(true);
                return;
            }
            news.drainPermits();
            settle();
        } while (!wished.get() && onTheWay > 0);
        if (!stopping) Thread.sleep(onTheWay > 0 && receiver.patience().isZero() ? COMPANY : receiver.patience());
    }

    /** Whether the batch was full, so that there is more to send. */
    private boolean sendBatch() {
        settle();
        var room = Math.min(BATCH, MOST_ON_THE_WAY - onTheWay);
        if (room == 0) return false;
        wished.set(false);
        var batch = store.next(taken, owner, carried, room, LEASE);
        taken.clear();
        for (var message : batch) {
            senders.execute(() -> {
                answers.add(new Answer(message, send(message)));
                news.release();
            });
            onTheWay++;
        }
        return batch.size() == room;
    }

    private ReceiveResult send(LeasedMessage message) {
        try {
            return receiver.receive(message);
        } catch (RuntimeException | Error e) {
            // An error, too: without an answer the message would hold its place for ever.
            LOG.warn("message {} of {} failed: {}", message.messageId(), message.topic(), Failures.describe(e));
            return new ReceiveResult.Later("RECEIVER_FAILED");
        }
    }

    private void settle() {
        for (var answer = answers.poll(); answer != null; answer = answers.poll()) {
            onTheWay--;
            settle(answer.message(), answer.result());
        }
    }

    private void settle(LeasedMessage message, ReceiveResult result) {
        switch (result) {
            case ReceiveResult.Accepted() -> {
                taken.add(message.id());
                count(message, "accepted");
            }
            case ReceiveResult.Later(var code) -> {
                store.failed(message.id(), code, clock.instant().plus(BACK_OFF.after(message.attempts())));
                count(message, "later");
            }
            case ReceiveResult.Rejected(var code) -> {
                LOG.error("message {} of {} is parked: {}", message.messageId(), message.topic(), code);
                store.failed(message.id(), "PARKED_" + code, clock.instant().plus(PARKED));
                count(message, "parked");
            }
        }
    }

    private void count(LeasedMessage message, String result) {
        meters.counter("kameng.relay.messages", "topic", message.topic(), "result", result)
                .increment();
    }
}
