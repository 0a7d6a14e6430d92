package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Objects;
import org.kameng.domain.shared.Role;
import org.kameng.domain.supplier.PurchaseState;
import org.kameng.domain.supplier.PurchaseView;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Table;
import org.kameng.ui.shared.Texts;
import org.kameng.ui.supplier.SupplierNavigation;

/** Every purchase from a supplier for an order. */
public class PurchasesPanel extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    public PurchasesPanel(List<PurchaseView> purchases) {
        getContent().addClassName("k-stack");
        getContent().add(purchases.isEmpty() ? Parts.empty(t("purchases.none")) : table(purchases));
    }

    private static Table table(List<PurchaseView> purchases) {
        var table = new Table(
                t("desk.purchases"),
                t("purchases.no"),
                t("purchases.state"),
                t("purchases.supplier"),
                t("purchases.units"),
                t("purchases.cost"),
                t("purchases.times"));
        purchases.forEach(row -> table.row(
                numbers(row),
                state(row),
                row.supplierName() + " · " + row.supplierSku(),
                t("purchases.units.of", row.delivered(), row.quantity(), row.toStock()),
                row.cost() == null
                        ? t("purchases.cost.most", Formats.money(row.maxCost()))
                        : t("purchases.cost.of", Formats.money(row.cost()), Formats.money(row.maxCost())),
                times(row)));
        return table;
    }

    private static Div numbers(PurchaseView row) {
        var box = new Div(exchanges(row.purchaseNo()));
        if (row.supplierOrderNo() != null) {
            var theirs = new Div(t("purchases.theirs", row.supplierOrderNo()));
            theirs.addClassName("k-quiet");
            box.add(theirs);
        }
        return box;
    }

    /** Leads whoever may read them to the exchanges with the supplier. */
    private static Component exchanges(String purchaseNo) {
        var number = Parts.code(purchaseNo);
        if (!CurrentActor.get().has(Role.OPERATOR, Role.SUPPORT_AGENT, Role.ARBITRATOR, Role.AUDITOR)) return number;
        return new Anchor(SupplierNavigation.calls(purchaseNo), number);
    }

    private static Div state(PurchaseView row) {
        var box = new Div(Parts.badge(t("purchase.state", row.state()), tone(row.state())));
        if (row.badGoods() != null) box.add(" " + t("bad.goods", row.badGoods()));
        else if (row.failure() != null) box.add(" " + Texts.code("purchase.failure", row.failure()));
        return box;
    }

    private static Div times(PurchaseView row) {
        var begun = Formats.moment(Objects.requireNonNullElse(row.sentAt(), row.intendedAt()));
        var then = row.endedAt() != null
                ? t("purchases.times.ended", Formats.moment(row.endedAt()), row.asked())
                : t("purchases.times.open", Formats.moment(row.askAt()), row.asked());
        return new Div(new Div(t("purchases.times.sent", begun)), new Div(then));
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
}
