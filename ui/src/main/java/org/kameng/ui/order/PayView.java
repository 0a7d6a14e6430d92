package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.PaymentPageView;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.OrderNo;
import org.kameng.ui.shared.ChangeFeed;
import org.kameng.ui.shared.Countdown;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.CustomerLayout;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Texts;

/** The QR codes to pay with. The page follows the order by itself: nobody has to say "I have paid". */
@Route(value = OrderNavigation.PAY, layout = CustomerLayout.class)
@RolesAllowed({Roles.CUSTOMER, Roles.GUEST, Roles.DISTRIBUTOR})
class PayView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Payments payments;
    private final transient OrderService orders;
    private final transient ChangeFeed feed;
    private final transient Clock clock;
    private final transient Actor actor = CurrentActor.get();
    private final transient DemoPayment demo;
    private final Countdown countdown = new Countdown();
    private transient @Nullable OrderNo order;
    private @Nullable PayWays ways;

    PayView(Payments payments, OrderService orders, ChangeFeed feed, Clock clock, DemoPayment demo) {
        this.payments = payments;
        this.orders = orders;
        this.feed = feed;
        this.clock = clock;
        this.demo = demo;
        addClassNames("k-narrow", "k-pay");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var no = OrderNavigation.no(event);
        var page = read(no);
        if (page.state() != OrderState.AWAITING_PAYMENT) {
            event.forwardTo(OrderNavigation.order(no));
            return;
        }
        open(page);
    }

    void open(PaymentPageView page) {
        order = page.order();
        var offered = new PayWays(this::choose, demo);
        ways = offered;
        removeAll();
        show(page, offered);
        feed.follow(offered, "order", page.order().value(), page.version(), () -> refresh(page.order()));
    }

    private PaymentPageView read(OrderNo no) {
        return payments.paymentPage(actor, no).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
    }

    private void show(PaymentPageView page, PayWays offered) {
        var amount = new Span(Formats.money(page.amount()));
        amount.addClassNames("k-price", "k-big", "k-num");
        var name = new Paragraph(Texts.either(page.nameZh(), page.nameEn()) + " × " + page.quantity());
        var seller = new Paragraph(t("pay.to", page.sellerName()));
        seller.addClassName("k-quiet");
        var clockRow = new Div(new Span(t("pay.left")), countdown);
        clockRow.addClassName("k-clock");
        countdown.left(Duration.between(clock.instant(), page.deadline()));
        var silence = new Paragraph(t("pay.silence", Formats.clock(page.deadline())));
        silence.addClassName("k-quiet");
        var cancel = Parts.quiet(t("pay.cancel"), () -> orders.cancel(actor, page.order()));
        cancel.setId("cancel");
        var sheet = new Section(amount, name, seller, offered, clockRow, silence, cancel);
        sheet.addClassNames("k-sheet", "k-center");
        var number = new Paragraph(
                new Span(t("pay.order") + " "), Parts.code(page.order().value()));
        number.addClassName("k-quiet");
        add(new H1(t("pay.title")), sheet, number);
        offered.show(page);
    }

    private void choose(Channel channel) {
        var no = Objects.requireNonNull(order);
        payments.choose(actor, no, channel);
        refresh(no);
    }

    private void refresh(OrderNo no) {
        var page = read(no);
        if (page.state() == OrderState.AWAITING_PAYMENT) {
            Objects.requireNonNull(ways).show(page);
        } else {
            OrderNavigation.go(OrderNavigation.order(no));
        }
    }

    @Override
    public String getPageTitle() {
        return t("pay.title");
    }
}
