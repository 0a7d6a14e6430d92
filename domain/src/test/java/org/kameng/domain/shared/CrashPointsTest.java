package org.kameng.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrashPointsTest {
    private final AtomicInteger halts = new AtomicInteger();

    private int haltsAfter(String setting, int times) {
        halts.set(0);
        var points = new PropertyCrashPoints(setting, halts::incrementAndGet);
        for (var i = 0; i < times; i++) {
            points.reached("purchase.called");
            points.reached("elsewhere");
        }
        return halts.get();
    }

    @Test
    void the_machine_dies_the_nth_time_at_the_named_point_and_nowhere_else() {
        assertThat(haltsAfter("purchase.called", 3)).isOne();
        assertThat(haltsAfter("purchase.called:3", 2)).isZero();
        assertThat(haltsAfter("purchase.called:3", 4)).isOne();
        assertThat(haltsAfter("purchase.placed:1", 4)).isZero();
    }

    @Test
    void without_a_setting_nothing_happens() {
        assertThat(haltsAfter("", 5)).isZero();
    }

    @Test
    void a_machine_that_dies_runs_nothing_more() throws Exception {
        assertThat(exitOf("purchase.called:3")).isEqualTo(137);
        assertThat(exitOf("purchase.called:4")).isZero();
    }

    private static int exitOf(String setting) throws Exception {
        var java = ProcessHandle.current().info().command().orElseThrow();
        return new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), DyingMain.class.getName(), setting)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
