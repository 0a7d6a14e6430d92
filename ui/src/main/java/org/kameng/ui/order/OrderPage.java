package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.kameng.ui.shared.LivePart;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Say;
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
    private transient @Nullable Parted parts;

    /** What is drawn anew each by itself. */
    private record Parted(
            LivePart<Head> head,
            LivePart<Supply> supply,
            LivePart<Acts> acts,
            LivePart<Arrived> arrived,
            LivePart<Papers> papers) {}

    private record Head(OrderView order, @Nullable SupplyView supply) {}

    private record Supply(OrderNo no, @Nullable SupplyView supply) {}

    private record Acts(OrderNo no, boolean mayPay) {}

    private record Arrived(OrderNo no, boolean any, int many) {}

    private record Papers(OrderView order, List<RefundView> refunds) {}

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
        open(OrderNavigation.no(event));
    }

    void open(OrderNo no) {
        removeAll();
        parts = new Parted(
                new LivePart<>(this::head),
                new LivePart<>(this::supply),
                new LivePart<>(this::acts),
                new LivePart<>(this::arrived),
                new LivePart<>(this::papers));
        var shown = new Div(parts.head, parts.supply, parts.acts, parts.arrived, parts.papers);
        shown.addClassName("k-part");
        add(shown);
        var order = orders.view(actor, no);
        show(order);
        feed.follow(shown, "order", no.value(), order.version(), () -> show(orders.view(actor, no)));
    }

    private void show(OrderView order) {
        var supply = order.state() == OrderState.PAID
                ? supplies.waiting(actor, order.no()).orElse(null)
                : null;
        var to = Objects.requireNonNull(parts);
        to.head.show(new Head(order, supply));
        to.supply.show(new Supply(order.no(), supply));
        to.acts.show(new Acts(order.no(), order.state() == OrderState.AWAITING_PAYMENT && !order.cancelRequested()));
        to.arrived.show(new Arrived(
                order.no(),
                order.deliveredAt() != null,
                many(order.lines().stream().mapToInt(OrderLineView::delivered).sum())));
        to.papers.show(new Papers(order, refunds.ofOrder(actor, order.no())));
    }

    /** The button for the file names its cards; a short list renews itself, with its open cards open. */
    private static int many(int delivered) {
        return delivered > MANY ? delivered : 0;
    }

    private List<? extends Component> head(Head now) {
        var state = OrderWords.badge(now.order.state());
        state.setId("state");
        state.getElement().setAttribute("role", "status");
        var head = new Div(new H1(t("order.title")), state);
        head.addClassName("k-head");
        return List.of(head, new OrderTracker(now.order, now.supply));
    }

    private List<? extends Component> supply(Supply now) {
        return now.supply == null ? List.of() : List.of(waiting(now.no, now.supply));
    }

    private List<? extends Component> acts(Acts now) {
        return now.mayPay ? List.of(acts(now.no)) : List.of();
    }

    private List<? extends Component> arrived(Arrived now) {
        return now.any ? List.of(cards(now)) : List.of();
    }

    private List<? extends Component> papers(Papers now) {
        var papers = new ArrayList<Component>(List.of(OrderPapers.goods(now.order)));
        if (actor.has(Role.GUEST)) papers.add(Parts.note(t("guest.note"), Tone.INFO));
        now.refunds.forEach(refund -> papers.add(OrderPapers.refund(refund)));
        return papers;
    }

    private SupplySheet waiting(OrderNo no, SupplyView supply) {
        return new SupplySheet(
                supply,
                clock.instant(),
                () -> {
                    supplies.acceptRefund(actor, no);
                    Say.done(t("supply.refund.done"));
                    show(orders.view(actor, no));
                },
                fields -> {
                    supplies.correctAccount(actor, no, fields);
                    Say.done(t("supply.account.done"));
                    show(orders.view(actor, no));
                });
    }

    private Section cards(Arrived now) {
        if (cards.cards(actor, BoxFilter.ofOrder(now.no), PageRequest.first(1))
                .rows()
                .isEmpty()) {
            return Parts.sheet(t("order.toppedUp.title"), Parts.note(t("order.toppedUp"), Tone.OK));
        }
        var sheet = Parts.sheet(t("order.cards"));
        if (now.many > 0) {
            sheet.add(new CardFileButton(cards, actor, now.no, now.many));
        }
        sheet.add(new CardList(cards, actor, BoxFilter.ofOrder(now.no)));
        return sheet;
    }

    private Div acts(OrderNo no) {
        var pay = Parts.primary(t("order.pay"), () -> OrderNavigation.go(OrderNavigation.payment(no)));
        pay.setId("pay");
        var cancel = Parts.quiet(t("order.cancel"), () -> {
            orders.cancel(actor, no);
            Say.done(t("order.cancel.asked"));
            show(orders.view(actor, no));
        });
        cancel.setId("cancel");
        return Parts.row(pay, cancel);
    }

    @Override
    public String getPageTitle() {
        return t("order.title");
    }
}
