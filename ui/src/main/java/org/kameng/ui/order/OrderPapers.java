package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.kameng.domain.order.OrderView;
import org.kameng.domain.payment.RefundView;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Texts;

/** What a customer may keep of an order: what was bought and confirmed, and each refund with the way its money takes. */
final class OrderPapers {

    private OrderPapers() {}

    static Section goods(OrderView order) {
        var facts = Parts.facts();
        order.lines()
                .forEach(line -> Parts.fact(
                        facts,
                        Texts.either(line.nameZh(), line.nameEn()),
                        line.quantity() + " × " + Formats.money(line.unitPrice())));
        Parts.fact(facts, t("order.amount"), Formats.money(order.amount()));
        Parts.fact(facts, t("product.seller"), order.sellerName());
        Parts.fact(facts, t("order.no"), Parts.code(order.no().value()));
        Parts.fact(facts, t("order.placedAt"), Formats.moment(order.placedAt()));
        Parts.fact(
                facts,
                t("order.ack"),
                t("order.ack.at", Formats.moment(order.noReturnAckAt()), order.noReturnTextVersion()));
        return Parts.sheet(t("order.goods"), facts);
    }

    static Section refund(RefundView refund) {
        var facts = Parts.facts();
        Parts.fact(facts, t("refund.amount"), Formats.money(refund.amount()));
        Parts.fact(
                facts,
                t("refund.state"),
                Parts.badge(t("refund.state", refund.state()), refund.state().isSettled() ? Tone.OK : Tone.WAIT));
        Parts.fact(facts, t("refund.no"), Parts.code(refund.refundNo()));
        Parts.fact(facts, t("refund.requestedAt"), Formats.moment(refund.requestedAt()));
        if (refund.settledAt() != null) {
            Parts.fact(facts, t("refund.settledAt"), Formats.moment(refund.settledAt()));
        }
        var sheet = Parts.sheet(t("refund.title"), facts, new Span(OrderWords.refund(refund.state())));
        sheet.addClassName("k-refund");
        return sheet;
    }
}
