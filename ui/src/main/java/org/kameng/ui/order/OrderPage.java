package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.kameng.domain.order.OrderLineView;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.order.OrderView;
import org.kameng.domain.payment.RefundView;
import org.kameng.domain.payment.Refunds;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.supplier.SupplyDesk;
import org.kameng.domain.supplier.SupplyView;
import org.kameng.domain.vault.BoxFilter;
import org.kameng.ui.shared.ChangeFeed;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.CustomerLayout;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Say;
import org.kameng.ui.shared.Texts;
import org.kameng.ui.vault.CardFileButton;
import org.kameng.ui.vault.CardList;
import org.kameng.ui.vault.CardOpener;

/** A customer's order. Opening it shows names and stages only; a card's secret stays closed until it is revealed by an act. */
@Route(value = OrderNavigation.ORDER, layout = CustomerLayout.class)
@RolesAllowed({Roles.CUSTOMER, Roles.GUEST, Roles.DISTRIBUTOR})
class OrderPage extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    /** From here on a file is handier than tiles. */
    private static final int MANY = 10;

    private final transient OrderService orders;
    private final transient Refunds refunds;
    private final transient SupplyDesk supplies;
    private final transient CardOpener cards;
    private final transient ChangeFeed feed;
    private final transient Clock clock;
    private final transient Actor actor = CurrentActor.get();

    OrderPage(
            OrderService orders, Refunds refunds, SupplyDesk supplies, CardOpener cards, ChangeFeed feed, Clock clock) {
        this.orders = orders;
        this.refunds = refunds;
        this.supplies = supplies;
        this.cards = cards;
        this.feed = feed;
        this.clock = clock;
        addClassName("k-narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var no = new OrderNo(event.getRouteParameters().get(OrderNavigation.NO).orElseThrow());
        var order = orders.view(actor, no);
        show(order);
        feed.follow(this, "order", no.value(), order.version(), () -> show(orders.view(actor, no)));
    }

    private void show(OrderView order) {
        removeAll();
        var state = OrderWords.badge(order.state());
        state.setId("state");
        state.getElement().setAttribute("role", "status");
        var head = new Div(new H1(t("order.title")), state);
        head.addClassName("k-head");
        var supply = order.state() == OrderState.PAID
                ? supplies.waiting(actor, order.no()).orElse(null)
                : null;
        add(head, new OrderTracker(order, supply));
        if (supply != null) {
            add(waiting(order, supply));
        }
        if (order.state() == OrderState.AWAITING_PAYMENT && !order.cancelRequested()) {
            add(acts(order));
        }
        if (order.deliveredAt() != null) {
            add(cards(order));
        }
        add(goods(order));
        if (actor.has(Role.GUEST)) {
            add(Parts.note(t("guest.note"), Tone.INFO));
        }
        refunds.ofOrder(actor, order.no()).forEach(refund -> add(refund(refund)));
    }

    private SupplySheet waiting(OrderView order, SupplyView supply) {
        return new SupplySheet(
                supply,
                clock.instant(),
                () -> {
                    supplies.acceptRefund(actor, order.no());
                    Say.done(t("supply.refund.done"));
                    show(orders.view(actor, order.no()));
                },
                fields -> {
                    supplies.correctAccount(actor, order.no(), fields);
                    Say.done(t("supply.account.done"));
                    show(orders.view(actor, order.no()));
                });
    }

    private Section cards(OrderView order) {
        if (cards.cards(actor, BoxFilter.ofOrder(order.no()), PageRequest.first(1))
                .rows()
                .isEmpty()) {
            return Parts.sheet(t("order.toppedUp.title"), Parts.note(t("order.toppedUp"), Tone.OK));
        }
        var delivered =
                order.lines().stream().mapToInt(OrderLineView::delivered).sum();
        var sheet = Parts.sheet(t("order.cards"));
        if (delivered > MANY) {
            sheet.add(new CardFileButton(cards, actor, order.no(), delivered));
        }
        sheet.add(new CardList(cards, actor, BoxFilter.ofOrder(order.no())));
        return sheet;
    }

    private Div acts(OrderView order) {
        var pay = Parts.primary(t("order.pay"), () -> OrderNavigation.go(OrderNavigation.payment(order.no())));
        pay.setId("pay");
        var cancel = Parts.quiet(t("order.cancel"), () -> {
            orders.cancel(actor, order.no());
            Say.done(t("order.cancel.asked"));
            show(orders.view(actor, order.no()));
        });
        cancel.setId("cancel");
        return Parts.row(pay, cancel);
    }

    private static Section goods(OrderView order) {
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

    private static Section refund(RefundView refund) {
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
        var sheet = Parts.sheet(t("refund.title"), facts, new Span(t("refund.words")));
        sheet.addClassName("k-refund");
        return sheet;
    }

    @Override
    public String getPageTitle() {
        return t("order.title");
    }
}
