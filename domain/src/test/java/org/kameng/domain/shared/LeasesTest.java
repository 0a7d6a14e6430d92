package org.kameng.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;

class LeasesTest {
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DomainTestContext domain = DomainTestContext.shared();
    private final Leases leases = domain.bean(Leases.class);
    private final String name = "work-" + UUID.randomUUID();
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void work_runs_once_in_each_interval() {
        assertThat(tryRun()).isTrue();
        assertThat(tryRun()).isFalse();
        domain.clock().advance(EVERY);
        assertThat(tryRun()).isTrue();
        assertThat(runs).hasValue(2);
    }

    @Test
    void of_many_instances_at_once_one_runs() throws Exception {
        var start = new CyclicBarrier(4);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var instances = new ArrayList<Callable<Boolean>>();
            for (var n = 0; n < 4; n++)
                instances.add(() -> {
                    start.await();
                    return tryRun();
                });
            for (var instance : threads.invokeAll(instances)) instance.get();
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void while_the_lease_lasts_nobody_else_runs_even_if_the_interval_is_over() {
        assertThat(leases.tryRun(
                        name, Duration.ZERO, LEASE, () -> assertThat(tryRun()).isFalse()))
                .isTrue();
        assertThat(runs).hasValue(0);
    }

    @Test
    void a_run_that_outlives_its_lease_does_not_give_back_the_lease_of_its_successor() {
        leases.tryRun(name, Duration.ZERO, LEASE, () -> {
            domain.clock().advance(LEASE);
            leases.tryRun(name, Duration.ZERO, LEASE, () -> runs.incrementAndGet());
            takeWithoutEnd();
        });
        assertThat(tryRun()).isFalse();
    }

    @Test
    void work_that_throws_gives_the_lease_back() {
        assertThatIllegalStateException()
                .isThrownBy(() -> leases.tryRun(name, Duration.ZERO, LEASE, () -> {
                    throw new IllegalStateException("broken");
                }))
                .withMessage("broken");
        assertThat(tryRun()).isTrue();
    }

    @Test
    void it_refuses_to_run_inside_a_transaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> domain.inTransaction(() -> {
                    tryRun();
                }));
    }

    private boolean tryRun() {
        return leases.tryRun(name, EVERY, LEASE, runs::incrementAndGet);
    }

    // As another instance would that is in the middle of its work.
    private void takeWithoutEnd() {
        domain.sql()
                .sql("update lease set owner = 'other', until = :until where name = :name")
                .param("until", SqlTime.of(domain.clock().instant().plus(LEASE)))
                .param("name", name)
                .update();
    }
}
