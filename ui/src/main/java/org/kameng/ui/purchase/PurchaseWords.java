package org.kameng.ui.purchase;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import org.kameng.domain.supplier.DeskRow;
import org.kameng.domain.supplier.PurchaseState;
import org.kameng.domain.supplier.PurchaseView;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.supplier.CallWords;

/** How purchases are told at the desk. */
final class PurchaseWords {
    private PurchaseWords() {}

    static Span badge(PurchaseState state) {
        return Parts.badge(t("purchase.state", state), tone(state));
    }

    private static Tone tone(PurchaseState state) {
        return switch (state) {
            case INTENDED, PROCESSING -> Tone.INFO;
            case UNKNOWN -> Tone.WAIT;
            case SUCCEEDED -> Tone.OK;
            case PARTIAL, FAILED -> Tone.PLAIN;
            case BAD_GOODS -> Tone.BAD;
        };
    }

    /** Why it stands where it stands, and what has been asked for. */
    static String why(DeskRow row) {
        if (row.wantedBack()) return t("purchase.why.wantedBack");
        var refused = row.cancelRefused();
        var bad = row.purchase().badGoods();
        if (bad != null) return t("bad.goods", bad);
        if (row.purchase().state() == PurchaseState.PARTIAL)
            return t(
                    "purchases.units.of",
                    row.purchase().delivered(),
                    row.purchase().quantity(),
                    row.purchase().toStock());
        if (refused != null) return t("purchase.why.notTakenBack", CallWords.code(refused));
        var failure = row.purchase().failure();
        return failure == null ? t("purchase.why.waiting") : CallWords.code(failure);
    }

    static String age(DeskRow row, Instant now) {
        return Formats.span(Duration.between(row.since(), now));
    }

    static String nextTry(DeskRow row, Instant now) {
        var at = row.nextTry();
        if (at == null) return t("purchase.next.none");
        return at.isAfter(now)
                ? t("purchase.next.in", Formats.span(Duration.between(now, at)), Formats.clock(at))
                : t("purchase.next.now");
    }

    static String cost(PurchaseView purchase) {
        var cost = purchase.cost();
        return cost == null
                ? t("purchases.cost.most", Formats.money(purchase.maxCost()))
                : t("purchases.cost.of", Formats.money(cost), Formats.money(purchase.maxCost()));
    }
}
