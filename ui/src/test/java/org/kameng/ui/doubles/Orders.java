package org.kameng.ui.doubles;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.SkuKind;
import org.kameng.domain.order.NoReturnText;
import org.kameng.domain.order.OrderEvent;
import org.kameng.domain.order.OrderLineView;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.order.OrderView;
import org.kameng.domain.order.PlaceOrder;
import org.kameng.domain.order.PlaceResult;
import org.kameng.domain.payment.AttemptState;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.PaymentPageView;
import org.kameng.domain.payment.PaymentWay;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/** One order whose state the test sets, and the wishes that were sent. */
public class Orders {
    public static final OrderNo NO = new OrderNo("KM2611220F3K9Q7ZT2WA");
    public static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    public final List<PlaceOrder> wishes = new ArrayList<>();
    public PlaceResult answer = new PlaceResult.Placed(NO);
    public OrderState state = OrderState.AWAITING_PAYMENT;
    public SkuKind kind = SkuKind.CARD;
    public boolean cancelRequested;
    public PaymentWay wechat = new PaymentWay(Channel.WECHAT, AttemptState.CREATED, null);
    public @Nullable PaymentWay alipay;
    public final List<Channel> chosen = new ArrayList<>();

    public OrderService service() {
        return Partial.of(OrderService.class, this);
    }

    public Payments payments() {
        return Partial.of(Payments.class, this);
    }

    public PlaceResult place(Actor customer, PlaceOrder wish) {
        wishes.add(wish);
        return answer;
    }

    public NoReturnText noReturnText() {
        return new NoReturnText("2026-11", "我已知晓", "I understand");
    }

    public void cancel(Actor customer, OrderNo no) {
        cancelRequested = true;
    }

    public void choose(Actor customer, OrderNo no, Channel channel) {
        chosen.add(channel);
    }

    public OrderView view(Actor viewer, OrderNo no) {
        return order();
    }

    public OrderView order() {
        return new OrderView(
                NO,
                state,
                People.CUSTOMER,
                Goods.SELLER,
                "星舟数字科技（演示）",
                Money.ofFen(2940),
                Money.ZERO,
                List.of(new OrderLineView(
                        1,
                        Goods.SKU,
                        "星云点卡 30 元",
                        "Nebula points 30",
                        Money.ofFen(3000),
                        Money.ofFen(2940),
                        Money.ofFen(2940),
                        kind,
                        1,
                        1,
                        0,
                        0)),
                state == OrderState.DELIVERED
                        ? List.of(
                                new OrderEvent(OrderEvent.Kind.PLACED, NOON, ""),
                                new OrderEvent(OrderEvent.Kind.DELIVERED, NOON, ""))
                        : List.of(new OrderEvent(OrderEvent.Kind.PLACED, NOON, "")),
                NOON,
                NOON.plus(Duration.ofMinutes(15)),
                null,
                null,
                null,
                state == OrderState.CLOSED ? "EXPIRED" : null,
                null,
                cancelRequested,
                "2026-11",
                NOON,
                "1",
                1);
    }

    public Optional<PaymentPageView> paymentPage(Actor customer, OrderNo no) {
        return Optional.of(new PaymentPageView(
                NO,
                state,
                Money.ofFen(2940),
                "星舟数字科技（演示）",
                "星云点卡 30 元",
                "Nebula points 30",
                1,
                NOON.plus(Duration.ofMinutes(15)),
                alipay == null ? List.of(wechat) : List.of(wechat, alipay),
                cancelRequested,
                1));
    }
}
