package org.kameng.ui.statistics;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.kameng.domain.statistics.Latency;
import org.kameng.ui.shared.Table;

/** From payment to delivery, hour by hour: half of the orders below the lower dot, 95 of 100 below the upper one. */
final class LatencyChart extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int HOURS = 24;
    private static final Duration LEAST = Duration.ofMillis(100);
    private static final List<Duration> LINES = List.of(
            LEAST,
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(10),
            Duration.ofDays(4));

    private final Chart chart = new Chart(t("overview.latency"), t("overview.latency.legend"));

    LatencyChart() {
        getContent().add(chart);
    }

    /** {@code now} tells which hour is the last column. */
    void show(List<Latency> hours, Instant now) {
        var slowest = hours.stream().map(Latency::most).max(Duration::compareTo).orElse(LEAST);
        var top = LINES.stream()
                .skip(2)
                .filter(line -> line.compareTo(slowest) >= 0)
                .findFirst()
                .orElse(LINES.getLast());
        var summary = hours.isEmpty()
                ? t("overview.latency.none")
                : t("overview.latency.summary", Words.length(slowest), hours.size());
        var first = now.truncatedTo(ChronoUnit.HOURS).minus(HOURS - 1L, ChronoUnit.HOURS);
        var plot = new Plot(HOURS, t("overview.latency"), summary)
                .names(IntStream.range(0, HOURS)
                        .mapToObj(hour -> Words.hour(first.plus(hour, ChronoUnit.HOURS)))
                        .toList());
        LINES.stream()
                .filter(line -> line.compareTo(top) <= 0)
                .forEach(line -> plot.line(height(line, top), Words.length(line)));
        hours.forEach(hour -> plot.range(
                (int) ChronoUnit.HOURS.between(first, hour.start()),
                height(hour.half(), top),
                height(hour.most(), top),
                one(hour)));
        chart.show(summary, plot.done(), table(hours));
    }

    /** By powers of ten: seconds and hours both have their place. */
    static double height(Duration took, Duration top) {
        var millis = Math.max(took.toMillis(), LEAST.toMillis());
        return Math.log((double) millis / LEAST.toMillis()) / Math.log((double) top.toMillis() / LEAST.toMillis());
    }

    private static String one(Latency hour) {
        return t(
                "overview.latency.one",
                Words.hour(hour.start()),
                Words.length(hour.half()),
                Words.length(hour.most()),
                hour.orders());
    }

    private static Table table(List<Latency> hours) {
        var table = new Table(
                t("overview.latency"),
                t("overview.column.time"),
                t("overview.column.half"),
                t("overview.column.most"),
                t("overview.column.delivered"));
        hours.reversed()
                .forEach(hour -> table.row(
                        Words.hour(hour.start()), Words.length(hour.half()), Words.length(hour.most()), hour.orders()));
        return table;
    }
}
