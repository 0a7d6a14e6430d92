package org.kameng.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kameng.domain.DomainTestContext;

class SweepScheduleTest {
    private final DomainTestContext domain = DomainTestContext.shared();
    private final Leases leases = domain.bean(Leases.class);
    private final List<String> swept = new ArrayList<>();

    @Test
    void every_sweep_runs_at_its_pace_even_if_its_neighbour_fails() {
        var broken = new Broken();
        var counted = new Counted(3);
        var schedule = new SweepSchedule(leases, List.of(broken, counted));
        schedule.run();
        assertThat(swept).containsExactly("broken", "counted", "counted", "counted");
        schedule.run();
        assertThat(swept).hasSize(4);
        domain.clock().advance(counted.every());
        schedule.run();
        assertThat(swept).hasSize(6).endsWith("broken", "counted");
    }

    private final class Broken implements Sweep {
        private final String name = "broken-" + UUID.randomUUID();

        @Override
        public String name() {
            return name;
        }

        @Override
        public int sweep(int limit) {
            swept.add("broken");
            throw new IllegalStateException("no");
        }
    }

    /** Has full batches until the last one. */
    private final class Counted implements Sweep {
        private final String name = "counted-" + UUID.randomUUID();
        private int batches;

        Counted(int batches) {
            this.batches = batches;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int sweep(int limit) {
            swept.add("counted");
            batches--;
            return batches > 0 ? limit : 0;
        }
    }
}
