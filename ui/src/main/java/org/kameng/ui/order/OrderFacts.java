package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.order.OrderView;
import org.kameng.domain.supplier.SupplyView;
import org.kameng.ui.risk.RiskWords;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Texts;

/** What a person must know of an order to decide about it. */
public class OrderFacts extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    /** With what the order waits for, where it waits for suppliers. */
    public OrderFacts(OrderView order, @Nullable SupplyView supply) {
        var facts = Parts.facts();
        Parts.fact(facts, t("orders.column.state"), OrderWords.badge(order.state()));
        Parts.fact(facts, t("orders.column.no"), Parts.code(order.no().value()));
        order.lines()
                .forEach(line -> Parts.fact(
                        facts,
                        Texts.either(line.nameZh(), line.nameEn()),
                        t(
                                "facts.line",
                                line.quantity(),
                                Formats.money(line.unitPrice()),
                                line.reserved(),
                                line.delivered(),
                                line.missing())));
        Parts.fact(facts, t("orders.column.amount"), Formats.money(order.amount()));
        if (order.refunded().isPositive()) {
            Parts.fact(facts, t("facts.refunded"), Formats.money(order.refunded()));
        }
        Parts.fact(facts, t("product.seller"), order.sellerName());
        Parts.fact(facts, t("order.placedAt"), Formats.moment(order.placedAt()));
        Parts.fact(facts, t("facts.deadline"), Formats.moment(order.paymentDeadline()));
        Parts.fact(facts, t("facts.paidAt"), Formats.moment(order.paidAt()));
        Parts.fact(facts, t("facts.deliveredAt"), Formats.moment(order.deliveredAt()));
        Parts.fact(
                facts,
                t("order.ack"),
                t("order.ack.at", Formats.moment(order.noReturnAckAt()), order.noReturnTextVersion()));
        if (order.holdReason() != null) {
            Parts.fact(facts, t("facts.hold"), RiskWords.held(Objects.requireNonNull(order.holdReason())));
        }
        if (order.closeReason() != null) {
            Parts.fact(facts, t("facts.closed"), OrderWords.closed(order.closeReason()));
        }
        getContent().add(Parts.sheet(t("desk.facts"), facts), new OrderTracker(order, supply));
        getContent().addClassName("k-stack");
    }
}
