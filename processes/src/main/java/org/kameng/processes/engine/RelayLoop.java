package org.kameng.processes.engine;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.outbox.LeasedMessage;
import org.kameng.domain.outbox.OutboxStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lease a batch, send it with no transaction open and all messages at once, mark what was taken with the commit that leases the next. */
final class RelayLoop {
    private static final Logger LOG = LoggerFactory.getLogger(RelayLoop.class);
    private static final int BATCH = 64;
    private static final Duration LEASE = Duration.ofSeconds(60);
    /** A message nobody will ever take stays in the table, failing, until a person looks. */
    private static final Duration PARKED = Duration.ofDays(3650);

    private static final BackOff BACK_OFF = new BackOff(Duration.ofMillis(200), Duration.ofSeconds(10));

    private final OutboxStore store;
    private final OutboxReceiver receiver;
    private final Set<String> carried;
    private final String owner;
    private final Duration poll;
    private final Clock clock;
    private final MeterRegistry meters;
    private final BlockingQueue<Boolean> wishes = new ArrayBlockingQueue<>(1);
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    /** Sent and not marked yet; known to the loop's own thread only. A relay that dies here sends them once more. */
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
        if (!Collections.disjoint(topics, carried)) wishes.offer(true);
    }

    void stop() {
        stopping = true;
        wishes.offer(true);
    }

    void join(Duration patience) {
        try {
            if (thread != null) thread.join(patience);
            senders.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(BooleanSupplier open) {
        var failures = 0;
        try {
            while (!stopping) {
                try {
                    if (!open.getAsBoolean()) {
                        mark();
                        rest();
                    } else if (!sendBatch()) rest();
                    failures = 0;
                } catch (RuntimeException e) {
                    LOG.warn("the relay could not use the outbox: {}", Failures.describe(e));
                    wishes.poll(BACK_OFF.after(failures++).toMillis(), TimeUnit.MILLISECONDS);
                }
            }
            mark();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("the relay could not mark what it had sent: {}", Failures.describe(e));
        }
    }

    private void mark() {
        if (taken.isEmpty()) return;
        store.done(taken);
        taken.clear();
    }

    private void rest() throws InterruptedException {
        var woken = wishes.poll(poll.toMillis(), TimeUnit.MILLISECONDS) != null;
        if (woken && !stopping) Thread.sleep(receiver.patience());
    }

    /** Whether there was anything to send. */
    private boolean sendBatch() throws InterruptedException {
        var batch = store.next(taken, owner, carried, BATCH, LEASE);
        taken.clear();
        if (batch.isEmpty()) return false;
        List<Callable<ReceiveResult>> calls = new ArrayList<>();
        batch.forEach(message -> calls.add(() -> send(message)));
        settle(batch, senders.invokeAll(calls));
        return true;
    }

    private ReceiveResult send(LeasedMessage message) {
        try {
            return receiver.receive(message);
        } catch (RuntimeException e) {
            LOG.warn("message {} of {} failed: {}", message.messageId(), message.topic(), Failures.describe(e));
            return new ReceiveResult.Later("RECEIVER_FAILED");
        }
    }

    private void settle(List<LeasedMessage> batch, List<Future<ReceiveResult>> results) throws InterruptedException {
        for (var i = 0; i < batch.size(); i++) {
            var message = batch.get(i);
            switch (resultOf(results.get(i))) {
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
    }

    private static ReceiveResult resultOf(Future<ReceiveResult> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            return new ReceiveResult.Later("RECEIVER_FAILED");
        }
    }

    private void count(LeasedMessage message, String result) {
        meters.counter("kameng.relay.messages", "topic", message.topic(), "result", result)
                .increment();
    }
}
