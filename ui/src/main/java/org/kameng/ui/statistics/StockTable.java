package org.kameng.ui.statistics;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.kameng.domain.statistics.StockAtRisk;
import org.kameng.domain.statistics.StockRisk;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Table;
import org.kameng.ui.shared.Texts;

/** The offers whose cards will not last, the emptiest first. */
final class StockTable extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    static final int ROWS = 10;

    void show(List<StockRisk> risks) {
        var box = getContent();
        box.removeAll();
        if (risks.isEmpty()) {
            box.add(Parts.empty(t("overview.stock.none")));
            return;
        }
        var table = new Table(
                t("overview.stock"),
                t("batch.sku"),
                t("product.seller"),
                t("batch.available"),
                t("overview.stock.why"),
                t("overview.stock.first"));
        risks.stream()
                .limit(ROWS)
                .forEach(risk -> table.row(
                        Texts.either(risk.nameZh(), risk.nameEn()),
                        risk.sellerName(),
                        risk.available(),
                        why(risk),
                        Formats.day(risk.firstExpiry())));
        box.add(table);
        if (risks.size() > ROWS) box.add(new Span(t("overview.stock.more")));
    }

    private static Span why(StockRisk risk) {
        if (risk.available() == 0) return Parts.badge(t("overview.stock.out"), Tone.BAD);
        return risk.available() < StockAtRisk.FEW
                ? Parts.badge(t("overview.stock.few"), Tone.WAIT)
                : Parts.badge(t("overview.stock.expiring", risk.expiring()), Tone.WAIT);
    }
}
