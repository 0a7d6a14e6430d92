package org.kameng.domain.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;

class OutboxTest {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final DomainTestContext domain = DomainTestContext.shared();
    private final Outbox outbox = domain.bean(Outbox.class);
    private final OutboxStore store = domain.bean(OutboxStore.class);
    private final String topic = "test-" + UUID.randomUUID();
    private final Set<String> topics = Set.of(topic);

    @Test
    void a_leased_message_carries_what_was_added() {
        domain.inTransaction(() -> outbox.add(new OutboxMessage(
                topic, "KM1", "KM1-paid", Map.of("orderNo", "KM1", "score", 7, "flags", List.of("R01")))));
        assertThat(store.lease("a", topics, 10, LEASE))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .isEqualTo(new LeasedMessage(
                                message.id(),
                                topic,
                                "KM1",
                                "KM1-paid",
                                Map.of("orderNo", "KM1", "score", 7, "flags", List.of("R01")),
                                1)));
    }

    @Test
    void a_second_add_of_the_same_message_is_ignored() {
        add("once");
        add("once");
        domain.inTransaction(() -> {
            outbox.add(message("once"));
            outbox.add(message("once"));
        });
        var leased = store.lease("a", topics, 10, LEASE);
        assertThat(leased).hasSize(1);
        store.done(ids(leased));
        add("once");
        assertThat(store.lease("a", topics, 10, LEASE)).isEmpty();
    }

    @Test
    void one_commit_marks_what_was_sent_and_leases_what_is_next() {
        add("first");
        var first = store.next(List.of(), "a", topics, 10, LEASE);
        add("second");
        var second = store.next(ids(first), "a", topics, 10, LEASE);
        assertThat(second)
                .extracting(LeasedMessage::messageId)
                .hasSize(1)
                .isNotEqualTo(first.getFirst().messageId());
        domain.clock().advance(LEASE.plusSeconds(1));
        assertThat(store.next(ids(second), "a", topics, 10, LEASE)).isEmpty();
        domain.clock().advance(LEASE.plusSeconds(1));
        assertThat(store.lease("a", topics, 10, LEASE)).isEmpty();
    }

    @Test
    void nothing_is_added_outside_a_transaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> outbox.add(message("m")))
                .withMessageContaining("Outbox.add");
    }

    @Test
    void a_rolled_back_message_was_never_there_and_wakes_nobody() {
        var woken = new AtomicInteger();
        store.onCommit(woke -> {
            if (woke.equals(topics)) woken.incrementAndGet();
        });
        assertThatIllegalStateException()
                .isThrownBy(() -> domain.inTransaction(() -> {
                    outbox.add(message("lost"));
                    throw new IllegalStateException("the business said no");
                }));
        assertThat(woken).hasValue(0);
        assertThat(store.lease("a", topics, 10, LEASE)).isEmpty();
        domain.inTransaction(() -> {
            outbox.add(message("kept"));
            outbox.add(message("kept too"));
            assertThat(woken).hasValue(0);
        });
        assertThat(woken).hasValue(1);
    }

    @Test
    void a_message_waits_for_its_time() {
        var later = domain.clock().instant().plusSeconds(60);
        domain.inTransaction(() -> outbox.add(new OutboxMessage(topic, "k", "m", Map.of(), later)));
        assertThat(store.lease("a", topics, 10, LEASE)).isEmpty();
        domain.clock().advance(Duration.ofSeconds(60));
        assertThat(store.lease("a", topics, 10, LEASE)).hasSize(1);
    }

    @Test
    void an_expired_lease_is_taken_over_and_the_late_first_relay_does_no_harm() {
        add("m");
        var first = store.lease("a", topics, 10, LEASE);
        assertThat(store.lease("b", topics, 10, LEASE)).isEmpty();
        domain.clock().advance(LEASE);
        var second = store.lease("b", topics, 10, LEASE);
        assertThat(second).singleElement().matches(message -> message.attempts() == 2);
        store.done(ids(second));
        store.done(ids(first));
        store.failed(first.getFirst().id(), "LATE", domain.clock().instant());
        assertThat(store.lease("a", topics, 10, LEASE)).isEmpty();
    }

    @Test
    void a_failed_message_comes_back_at_its_retry_time() {
        add("m");
        var id = store.lease("a", topics, 10, LEASE).getFirst().id();
        store.failed(id, "ENGINE_AWAY", domain.clock().instant().plusSeconds(5));
        assertThat(store.lease("a", topics, 10, LEASE)).isEmpty();
        assertThat(store.stats().orElseThrow().failing()).isPositive();
        domain.clock().advance(Duration.ofSeconds(5));
        assertThat(store.lease("b", topics, 10, LEASE)).singleElement().matches(message -> message.attempts() == 2);
    }

    @Test
    void the_stats_tell_how_long_the_oldest_has_been_due() {
        add("m");
        domain.clock().advance(Duration.ofMinutes(3));
        var stats = store.stats().orElseThrow();
        assertThat(stats.waiting()).isPositive();
        assertThat(stats.oldestDue()).isGreaterThanOrEqualTo(Duration.ofMinutes(3));
        domain.drain(topic);
    }

    @Test
    void only_rows_sent_long_ago_are_deleted_and_only_so_many_at_once() {
        for (var i = 0; i < 5; i++) add("old-" + i);
        domain.drain(topic);
        add("unsent");
        domain.clock().advance(Duration.ofDays(15));
        add("young");
        store.done(ids(store.lease("a", topics, 1, LEASE)));
        var before = domain.clock().instant().minus(JdbcOutbox.RETENTION);
        assertThat(store.deleteDoneBefore(before, 2)).isEqualTo(2);
        while (store.deleteDoneBefore(before, 100) > 0) assertThat(rows()).isPositive();
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void relays_that_lease_at_once_never_share_a_row_and_leave_none() throws Exception {
        var random = new Random(4711);
        for (var round = 0; round < 10; round++) {
            var messages = 40 + random.nextInt(60);
            var prefix = "r" + round + "-";
            domain.inTransaction(() -> {
                for (var i = 0; i < messages; i++) outbox.add(message(prefix + i));
            });
            var got = leaseByFour(1 + random.nextInt(15));
            assertThat(new HashSet<>(got))
                    .as("round %d", round)
                    .hasSameSizeAs(got)
                    .hasSize(messages);
        }
    }

    private List<Long> leaseByFour(int batch) throws Exception {
        var got = Collections.synchronizedList(new ArrayList<Long>());
        var start = new CyclicBarrier(4);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var relays = new ArrayList<Callable<Boolean>>();
            for (var n = 0; n < 4; n++) {
                var owner = "relay-" + n;
                relays.add(() -> {
                    start.await();
                    // Rows held by a neighbour are skipped, so an empty answer is not the end: ask until all are gone.
                    while (waiting() > 0) {
                        var leased = ids(store.lease(owner, topics, batch, LEASE));
                        got.addAll(leased);
                        store.done(leased);
                    }
                    return true;
                });
            }
            for (var relay : threads.invokeAll(relays)) assertThat(relay.get()).isTrue();
        }
        return got;
    }

    private long waiting() {
        return domain.sql()
                .sql("select count(*) from outbox where topic = :topic and done_at is null")
                .param("topic", topic)
                .query(Long.class)
                .single();
    }

    private long rows() {
        return domain.sql()
                .sql("select count(*) from outbox where topic = :topic")
                .param("topic", topic)
                .query(Long.class)
                .single();
    }

    private void add(String messageId) {
        domain.inTransaction(() -> outbox.add(message(messageId)));
    }

    private OutboxMessage message(String messageId) {
        return new OutboxMessage(topic, "k", messageId, Map.of("a", 1));
    }

    private static List<Long> ids(List<LeasedMessage> messages) {
        return messages.stream().map(LeasedMessage::id).toList();
    }
}
