package org.kameng.processes.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kameng.domain.outbox.LeasedMessage;
import org.kameng.domain.outbox.OutboxStats;
import org.kameng.domain.outbox.OutboxStore;

class RelayLoopTest {
    private final Shelf shelf = new Shelf();
    private RelayLoop loop;

    @AfterEach
    void stop() {
        loop.stop();
        loop.join(Duration.ofSeconds(5));
    }

    private void relay(AtomicBoolean open, Function<LeasedMessage, ReceiveResult> receive) {
        relay(open, Duration.ofMillis(20), receive);
    }

    private void relay(AtomicBoolean open, Duration poll, Function<LeasedMessage, ReceiveResult> receive) {
        var receiver = new OutboxReceiver() {
            @Override
            public Set<String> topics() {
                return Set.of("t");
            }

            @Override
            public ReceiveResult receive(LeasedMessage message) {
                return receive.apply(message);
            }
        };
        loop = new RelayLoop(shelf, receiver, "me", poll, Clock.systemUTC(), new SimpleMeterRegistry());
        loop.start(open::get);
    }

    private static LeasedMessage message(long id) {
        return new LeasedMessage(id, "t", "K" + id, "M" + id, Map.of(), 1);
    }

    @Test
    void what_was_taken_is_marked_in_one_go_and_the_rest_comes_back() {
        shelf.waiting.addAll(List.of(message(1), message(2), message(3), message(4)));
        relay(new AtomicBoolean(true), message -> switch ((int) message.id()) {
            case 1 -> new ReceiveResult.Accepted();
            case 2 -> new ReceiveResult.Later("BUSY");
            case 3 -> new ReceiveResult.Rejected("NONSENSE");
            default -> throw new IllegalStateException("secret text");
        });
        await().until(() -> shelf.done.size() == 1 && shelf.failed.size() == 3);
        assertThat(shelf.done).containsExactly(List.of(1L));
        assertThat(shelf.failed).containsEntry(2L, "BUSY").containsEntry(4L, "RECEIVER_FAILED");
        assertThat(shelf.failed.get(3L)).isEqualTo("PARKED_NONSENSE");
        assertThat(shelf.retryAt.get(3L)).isAfter(Instant.now().plus(Duration.ofDays(365)));
        assertThat(shelf.retryAt.get(2L)).isBefore(Instant.now().plusSeconds(10));
    }

    @Test
    void only_messages_of_its_own_topics_wake_a_loop() {
        relay(new AtomicBoolean(true), Duration.ofMinutes(1), message -> new ReceiveResult.Accepted());
        await().until(() -> shelf.leases.size() == 1);
        loop.wake(Set.of("of another loop"));
        await().during(Duration.ofMillis(200)).until(() -> shelf.leases.size() == 1);
        shelf.waiting.add(message(1));
        loop.wake(Set.of("of another loop", "t"));
        await().until(() -> shelf.done.size() == 1);
    }

    @Test
    void what_was_sent_is_marked_even_when_the_database_was_away_in_between() {
        shelf.waiting.add(message(1));
        relay(new AtomicBoolean(true), message -> {
            shelf.away = true;
            return new ReceiveResult.Accepted();
        });
        await().until(() -> shelf.leases.size() > 2);
        assertThat(shelf.done).isEmpty();
        shelf.away = false;
        await().until(() -> shelf.done.size() == 1);
        assertThat(shelf.done).containsExactly(List.of(1L));
    }

    @Test
    void a_message_that_is_kept_waiting_holds_up_nobody() {
        var answer = new CountDownLatch(1);
        shelf.waiting.add(message(1));
        relay(new AtomicBoolean(true), Duration.ofMinutes(1), message -> {
            if (message.id() == 1) awaitUninterruptibly(answer);
            return new ReceiveResult.Accepted();
        });
        await().until(() -> shelf.leases.size() == 1);
        shelf.waiting.add(message(2));
        loop.wake(Set.of("t"));
        await().until(() -> shelf.leases.size() == 2 && shelf.waiting.isEmpty());
        shelf.waiting.add(message(3));
        loop.wake(Set.of("t"));
        await().until(() -> shelf.done.equals(List.of(List.of(2L))));
        answer.countDown();
        await().until(() -> shelf.marked().equals(Set.of(1L, 2L, 3L)));
    }

    @Test
    void what_is_on_its_way_when_the_house_stops_is_awaited_and_marked() {
        var answer = new CountDownLatch(1);
        shelf.waiting.add(message(1));
        relay(new AtomicBoolean(true), message -> {
            awaitUninterruptibly(answer);
            return new ReceiveResult.Accepted();
        });
        await().until(() -> !shelf.leases.isEmpty() && shelf.waiting.isEmpty());
        loop.stop();
        answer.countDown();
        loop.join(Duration.ofSeconds(5));
        assertThat(shelf.marked()).containsExactly(1L);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_relay_that_backs_off_stops_at_once() {
        shelf.away = true;
        relay(new AtomicBoolean(true), message -> new ReceiveResult.Accepted());
        await().until(() -> shelf.leases.size() >= 6);
        var before = System.nanoTime();
        loop.stop();
        loop.join(Duration.ofSeconds(5));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void nothing_is_leased_before_the_gate_opens() {
        var open = new AtomicBoolean();
        shelf.waiting.add(message(1));
        relay(open, message -> new ReceiveResult.Accepted());
        await().during(Duration.ofMillis(200)).until(() -> shelf.leases.isEmpty());
        open.set(true);
        await().until(() -> shelf.done.size() == 1);
    }

    @Test
    void a_database_that_is_away_does_not_end_the_relay() {
        shelf.away = true;
        shelf.waiting.add(message(1));
        relay(new AtomicBoolean(true), message -> new ReceiveResult.Accepted());
        await().until(() -> shelf.leases.size() > 1);
        shelf.away = false;
        await().until(() -> shelf.done.size() == 1);
    }

    /** An outbox in memory. */
    private static final class Shelf implements OutboxStore {
        final List<LeasedMessage> waiting = new CopyOnWriteArrayList<>();
        final List<String> leases = new CopyOnWriteArrayList<>();
        final List<List<Long>> done = new CopyOnWriteArrayList<>();
        final Map<Long, String> failed = new ConcurrentHashMap<>();
        final Map<Long, Instant> retryAt = new ConcurrentHashMap<>();
        volatile boolean away;

        @Override
        public List<LeasedMessage> lease(String owner, Set<String> topics, int limit, Duration lease) {
            leases.add(owner);
            if (away) throw new IllegalStateException("no connection");
            var batch = new ArrayList<>(waiting);
            waiting.clear();
            return batch;
        }

        @Override
        public List<LeasedMessage> next(
                Collection<Long> sent, String owner, Set<String> topics, int limit, Duration lease) {
            var batch = lease(owner, topics, limit, lease);
            if (!sent.isEmpty()) done(sent);
            return batch;
        }

        Set<Long> marked() {
            return done.stream().flatMap(List::stream).collect(Collectors.toSet());
        }

        @Override
        public void done(Collection<Long> ids) {
            done.add(List.copyOf(ids));
        }

        @Override
        public void failed(long id, String errorCode, Instant at) {
            failed.put(id, errorCode);
            retryAt.put(id, at);
        }

        @Override
        public Optional<OutboxStats> stats() {
            return Optional.empty();
        }

        @Override
        public void onCommit(Consumer<Set<String>> wake) {}

        @Override
        public int deleteDoneBefore(Instant before, int limit) {
            return 0;
        }
    }
}
