package org.kameng.ui.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.NativeTableRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kameng.domain.shared.Money;
import org.kameng.domain.statistics.Latency;
import org.kameng.domain.statistics.Period;
import org.kameng.ui.doubles.ViewTest;

class ChartsTest extends ViewTest {
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private static List<Period> periods(long... placed) {
        return IntStream.range(0, placed.length)
                .mapToObj(i -> new Period(
                        NOON.plus(Duration.ofHours(i)), placed[i], Money.ofFen(100 * placed[i]), 0, placed[i] / 2, 0))
                .toList();
    }

    private String svg() {
        return $(Svg.class).single().getElement().getOuterHTML();
    }

    @Test
    void a_chart_has_a_name_a_description_and_its_numbers_behind_it() {
        var chart = shown(new OrderChart("Orders <now>", Words::hour));
        chart.show(periods(3, 0, 8));
        assertThat(svg())
                .contains("role=\"img\"")
                .contains("11 placed, 5 delivered")
                .contains("Orders &lt;now&gt;");
        assertThat($(NativeTableRow.class).all()).hasSize(4);
        chart.show(periods(1, 1, 1));
        assertThat(svg()).contains("3 placed, 0 delivered");
    }

    @Test
    void an_empty_shop_draws_a_flat_chart() {
        shown(new OrderChart("Orders", Words::hour)).show(periods(0, 0, 0));
        assertThat(svg()).contains("height=\"0\"").doesNotContain("NaN");
        shown(new LatencyChart()).show(List.of(), NOON);
    }

    @Test
    void scales_end_at_round_values() {
        assertThat(List.of(0L, 4L, 5L, 11L, 21L, 101L, 4001L).stream().map(OrderChart::roundUp))
                .containsExactly(4L, 4L, 10L, 20L, 40L, 200L, 10_000L);
    }

    @Test
    void lengths_of_time_are_drawn_by_powers_of_ten() {
        var top = Duration.ofSeconds(10);
        assertThat(LatencyChart.height(Duration.ofMillis(20), top)).isZero();
        assertThat(LatencyChart.height(Duration.ofSeconds(1), top))
                .isCloseTo(0.5, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(LatencyChart.height(top, top)).isEqualTo(1);
        shown(new LatencyChart())
                .show(List.of(new Latency(NOON, 7, Duration.ofMillis(300), Duration.ofSeconds(40))), NOON);
        assertThat(svg()).contains("12:00: half 0.3 s, 95 % 40 s, 7 orders");
    }

    @Test
    void what_has_not_changed_is_not_drawn_again() {
        var shown = new java.util.ArrayList<String>();
        var now = new String[] {"a"};
        var live = new Live<>(() -> now[0], shown::add);
        live.refresh();
        live.refresh();
        now[0] = "b";
        live.refresh();
        assertThat(shown).containsExactly("a", "b");
    }
}
