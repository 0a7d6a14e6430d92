package org.kameng.ui.stock;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.kameng.domain.catalog.OfferRow;
import org.kameng.domain.catalog.SkuKind;
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
        if (row.kind() == SkuKind.DIRECT) {
            return quiet(t("stock.direct"));
        }
        var how = new Span(t("stock.ledger.how", row.brought(), row.delivered(), row.withdrawn()));
        how.addClassName("k-quiet");
        return cell(new Span(String.valueOf(row.ledger())), how);
    }

    static Div shown(StockRow row) {
        var plenty = row.bought() >= OfferRow.PLENTY;
        var cell = cell(new Span(plenty ? t("shop.plenty") : String.valueOf(row.shown())));
        if (row.bought() > 0 && row.kind() == SkuKind.CARD) {
            var how = new Span(
                    plenty
                            ? t("stock.shown.plenty", row.sellable())
                            : t("stock.shown.how", row.sellable(), row.bought()));
            how.addClassName("k-quiet");
            cell.add(how);
        }
        return cell;
    }

    static Div difference(StockRow row) {
        if (row.kind() == SkuKind.DIRECT) {
            return quiet(t("stock.direct.delivered", row.delivered()));
        }
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
            return quiet(t("stock.supplied.none"));
        }
        var cell = cell(new Span(words(told, Formats.span(Duration.between(told.at(), now)))));
        var units = told.units();
        if ((row.sellable() > 0 || row.kind() == SkuKind.DIRECT) && (!told.onSale() || units != null && units == 0)) {
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
            return quiet(t("stock.forecast.few"));
        }
        return cell(new Span(words(forecast, row.kind() == SkuKind.DIRECT ? row.bought() : row.sellable())));
    }

    private static String words(Forecast forecast, int left) {
        var pace = "%d.%d".formatted(forecast.tenthsPerDay() / 10, forecast.tenthsPerDay() % 10);
        if (left == 0) {
            return t("stock.forecast.today", pace, forecast.days(), forecast.sold());
        }
        return forecast.emptyOn() == null
                ? t("stock.forecast.later", pace, forecast.days(), forecast.sold())
                : t("stock.forecast.on", pace, Formats.day(forecast.emptyOn()), forecast.days(), forecast.sold());
    }

    private static Div quiet(String text) {
        var said = new Span(text);
        said.addClassName("k-quiet");
        return cell(said);
    }

    private static Div cell(Span... lines) {
        var cell = new Div(lines);
        cell.addClassName("k-cell");
        return cell;
    }
}
