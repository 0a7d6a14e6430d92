package org.kameng.processes.engine;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/** Lease a batch, send it with no transaction open and all messages at once, mark what was taken in one commit. */
final class RelayLoop {
    private static final Logger LOG = LoggerFactory.getLogger(RelayLoop.class);
    private static final int BATCH = 64;
    private static final Duration LEASE = Duration.ofSeconds(60);
    /** A message nobody will ever take stays in the table, failing, until a person looks. */
    private static final Duration PARKED = Duration.ofDays(3650);

    private static final BackOff BACK_OFF = new BackOff(Duration.ofMillis(200), Duration.ofSeconds(10));

    private final OutboxStore store;
    private final OutboxReceiver receiver;
    private final String owner;
    private final Duration poll;
    private final Clock clock;
    private final MeterRegistry meters;
    private final BlockingQueue<Boolean> wishes = new ArrayBlockingQueue<>(1);
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
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
        this.owner = owner;
        this.poll = poll;
        this.clock = clock;
        this.meters = meters;
    }

    void start(BooleanSupplier open) {
        var name = "relay-" + receiver.getClass().getSimpleName();
        thread = Thread.ofVirtual().name(name).start(() -> run(open));
    }

    void wake() {
        wishes.offer(true);
    }

    void stop() {
        stopping = true;
        wake();
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
        while (!stopping) {
            try {
                if (!open.getAsBoolean() || !sendBatch()) wishes.poll(poll.toMillis(), TimeUnit.MILLISECONDS);
                failures = 0;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("the relay could not use the outbox: {}", Failures.describe(e));
                if (!paused(BACK_OFF.after(failures++))) return;
            }
        }
    }

    /** Whether there was anything to send. */
    private boolean sendBatch() throws InterruptedException {
        var batch = store.lease(owner, receiver.topics(), BATCH, LEASE);
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
        var taken = new ArrayList<Long>();
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
        if (!taken.isEmpty()) store.done(taken);
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

    private boolean paused(Duration time) {
        try {
            wishes.poll(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
