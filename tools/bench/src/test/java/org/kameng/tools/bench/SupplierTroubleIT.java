package org.kameng.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A minute of {@code bench supplier-trouble}: the ten minutes that the command takes find more, this finds what is coarse. */
@Execution(ExecutionMode.SAME_THREAD)
class SupplierTroubleIT {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    @Test
    void whatever_suppliers_do_each_paid_line_ends_once_and_both_books_agree() {
        var outcome = new SupplierTrouble(Bench.folder().resolve("supplier-trouble-it"), 6000, A_MINUTE, 1.5, 7).run();
        assertThat(outcome.broken()).as(outcome.figures().text()).isEmpty();
        assertThat(outcome.figures().number("orders paid")).isGreaterThan(30);
        assertThat(outcome.figures().number("at rest: of these charged")).isGreaterThan(20);
        assertThat(outcome.figures().number("cases people decided"))
                .as("there was trouble")
                .isPositive();
    }
}
