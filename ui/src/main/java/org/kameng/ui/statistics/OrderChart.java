package org.kameng.ui.statistics;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.kameng.domain.statistics.Period;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Table;

/** Orders of hours or days: what was placed, and before it what was delivered. */
final class OrderChart extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final double WIDE = 0.78;
    private static final double SLIM = 0.38;

    private final Chart chart;
    private final String title;
    private final transient Function<Instant, String> naming;

    OrderChart(String title, Function<Instant, String> naming) {
        this.title = title;
        this.naming = naming;
        this.chart = new Chart(title, t("overview.orders.legend"));
        getContent().add(chart);
    }

    void show(List<Period> periods) {
        var placed = periods.stream().mapToLong(Period::placed).sum();
        var delivered = periods.stream().mapToLong(Period::delivered).sum();
        var summary = t("overview.orders.summary", placed, delivered);
        chart.show(summary, picture(periods, summary), table(periods));
    }

    private String picture(List<Period> periods, String summary) {
        var most = roundUp(periods.stream()
                .mapToLong(period -> Math.max(period.placed(), period.delivered()))
                .max()
                .orElse(0));
        var plot = new Plot(periods.size(), title, summary)
                .line(1, String.valueOf(most))
                .line(0.5, most % 2 == 0 ? String.valueOf(most / 2) : "")
                .line(0, "0")
                .names(periods.stream()
                        .map(period -> naming.apply(period.start()))
                        .toList());
        for (var i = 0; i < periods.size(); i++) {
            var period = periods.get(i);
            var words = t("overview.orders.one", naming.apply(period.start()), period.placed(), period.delivered());
            plot.bar(i, (double) period.placed() / most, WIDE, "placed", words)
                    .bar(i, (double) period.delivered() / most, SLIM, "delivered", words);
        }
        return plot.done();
    }

    /** 4, 10, 20, 40, 100 and so on: halves of it are whole. */
    static long roundUp(long most) {
        var scale = 1L;
        while (true) {
            for (var step : List.of(4L, 10L, 20L)) {
                if (most <= step * scale) return step * scale;
            }
            scale *= 10;
        }
    }

    private Table table(List<Period> periods) {
        var table = new Table(
                title,
                t("overview.column.time"),
                t("overview.column.placed"),
                t("overview.column.amount"),
                t("overview.column.paid"),
                t("overview.column.delivered"),
                t("overview.column.refunds"));
        periods.reversed()
                .forEach(period -> table.row(
                        naming.apply(period.start()),
                        period.placed(),
                        Formats.money(period.amount()),
                        period.paid(),
                        period.delivered(),
                        period.refunds()));
        return table;
    }
}
