package org.kameng.ui.stock;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.kameng.domain.catalog.SuppliedStock;
import org.kameng.domain.stock.Forecast;
import org.kameng.domain.stock.StockRow;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;

/** The meter's numbers in words, each difference with its reason. */
final class StockWords {

    private StockWords() {}

    static Div ledger(StockRow row) {
        var how = new Span(t("stock.ledger.how", row.brought(), row.delivered(), row.withdrawn()));
        how.addClassName("k-quiet");
        return cell(new Span(String.valueOf(row.ledger())), how);
    }

    static Div difference(StockRow row) {
        var reasons = new ArrayList<String>();
        if (row.reserved() > 0) reasons.add(t("stock.reserved", row.reserved()));
        if (row.belowPromise() > 0) reasons.add(t("stock.below", row.belowPromise()));
        if (row.expired() > 0) reasons.add(t("stock.expired", row.expired()));
        var cell = cell(new Span(reasons.isEmpty() ? t("stock.same") : String.join(" · ", reasons)));
        if (row.drift() != 0) {
            cell.add(Parts.badge(t("stock.drift", row.drift()), Tone.BAD));
        }
        if (row.atRisk() > 0) {
            cell.add(Parts.badge(t("stock.risk", row.atRisk()), Tone.WAIT));
        }
        return cell;
    }

    static Div supplied(StockRow row, Instant now) {
        var told = row.supplied();
        if (told == null) {
            var none = new Span(t("stock.supplied.none"));
            none.addClassName("k-quiet");
            return cell(none);
        }
        var cell = cell(new Span(words(told, Formats.span(Duration.between(told.at(), now)))));
        var units = told.units();
        if (row.sellable() > 0 && (!told.onSale() || units != null && units == 0)) {
            cell.add(Parts.badge(t("stock.supplied.empty"), Tone.WAIT));
        }
        return cell;
    }

    private static String words(SuppliedStock.Told told, String age) {
        if (!told.onSale()) {
            return t("stock.supplied.off", told.source(), age);
        }
        return told.units() == null
                ? t("stock.supplied.unlimited", told.source(), age)
                : t("stock.supplied.units", told.source(), told.units(), age);
    }

    static Div forecast(StockRow row) {
        var forecast = row.forecast();
        if (forecast == null) {
            var few = new Span(t("stock.forecast.few"));
            few.addClassName("k-quiet");
            return cell(few);
        }
        return cell(new Span(words(forecast, row.sellable())));
    }

    private static String words(Forecast forecast, int sellable) {
        var pace = "%d.%d".formatted(forecast.tenthsPerDay() / 10, forecast.tenthsPerDay() % 10);
        if (sellable == 0) {
            return t("stock.forecast.today", pace, forecast.days(), forecast.sold());
        }
        return forecast.emptyOn() == null
                ? t("stock.forecast.later", pace, forecast.days(), forecast.sold())
                : t("stock.forecast.on", pace, Formats.day(forecast.emptyOn()), forecast.days(), forecast.sold());
    }

    private static Div cell(Span... lines) {
        var cell = new Div(lines);
        cell.addClassName("k-cell");
        return cell;
    }
}
