package org.kameng.ui.inbox;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.payment.RefundView;
import org.kameng.domain.payment.Refunds;
import org.kameng.domain.risk.RiskService;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.supplier.SupplyDesk;
import org.kameng.processes.inbox.DecisionRow;
import org.kameng.processes.inbox.TaskView;
import org.kameng.ui.order.OrderFacts;
import org.kameng.ui.order.OrderNavigation;
import org.kameng.ui.order.PurchasesPanel;
import org.kameng.ui.risk.RiskPanel;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Table;
import org.kameng.ui.shared.Texts;
import org.springframework.stereotype.Service;

/** Gathers what is known about a case: the refund, its order, what the rules said, and what was decided before. */
@Service
class TaskFacts {
    private final OrderService orders;
    private final Refunds refunds;
    private final SupplyDesk supplies;
    private final RiskService risk;

    TaskFacts(OrderService orders, Refunds refunds, SupplyDesk supplies, RiskService risk) {
        this.orders = orders;
        this.refunds = refunds;
        this.supplies = supplies;
        this.risk = risk;
    }

    Div of(Actor staff, TaskView task) {
        var box = new Div();
        box.addClassName("k-stack");
        var refund = refunds.find(task.row().reference());
        refund.ifPresent(found -> box.add(Parts.sheet(t("refund.title"), facts(found))));
        var order = refund.map(RefundView::order)
                .orElseGet(() -> new OrderNo(task.row().reference()));
        var purchases = supplies.purchases(staff, order);
        if (!purchases.isEmpty()) {
            box.add(Parts.sheet(t("desk.purchases"), new PurchasesPanel(purchases)));
        }
        box.add(new OrderFacts(
                orders.view(staff, order), supplies.waiting(staff, order).orElse(null)));
        box.add(Parts.sheet(t("desk.risk"), new RiskPanel(risk.ofOrder(staff, order))));
        if (!task.decisions().isEmpty()) {
            var table = new Table(
                    t("decide.before"), t("decide.at"), t("decide.by"), t("decide.verdict"), t("decide.reason"));
            task.decisions()
                    .forEach(row ->
                            table.row(Formats.moment(row.decidedAt()), row.decidedBy(), words(row), row.reason()));
            box.add(Parts.sheet(t("decide.before"), table));
        }
        box.add(new Anchor(OrderNavigation.deskOrder(order.value()), t("task.wholeOrder")));
        return box;
    }

    private static String words(DecisionRow row) {
        return t("verdict." + row.elementId() + "." + row.verdict());
    }

    private static DescriptionList facts(RefundView refund) {
        var facts = Parts.facts();
        Parts.fact(facts, t("refund.no"), Parts.code(refund.refundNo()));
        if (!refund.channelNo().equals(refund.refundNo())) {
            Parts.fact(facts, t("refund.channelNo"), Parts.code(refund.channelNo()));
        }
        Parts.fact(facts, t("refund.amount"), Formats.money(refund.amount()));
        Parts.fact(facts, t("refund.state"), t("refund.state", refund.state()));
        Parts.fact(facts, t("refund.reason"), Texts.code("refund.reason", refund.reason()));
        Parts.fact(facts, t("refund.requestedAt"), Formats.moment(refund.requestedAt()));
        if (refund.failure() != null) {
            Parts.fact(facts, t("refund.failure"), refund.failure());
        }
        if (!refund.state().isSettled()) {
            Parts.fact(facts, t("refund.again"), t("refund.again", refund.state()));
        }
        return facts;
    }
}
