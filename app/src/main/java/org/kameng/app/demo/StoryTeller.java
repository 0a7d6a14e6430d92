package org.kameng.app.demo;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.demo.DemoBuyers;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.order.PlaceOrder;
import org.kameng.domain.order.PlaceResult;
import org.kameng.domain.payment.AttemptState;
import org.kameng.domain.payment.PaymentView;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Takes an order of the demonstration one step further. It remembers nothing: the request id finds the order, the attempts say
 * what was paid, so a step may die anywhere and be taken again, today or after a restart.
 */
@Component
@ConditionalOnProperty("kameng.demo.stories")
class StoryTeller {
    private static final Logger LOG = LoggerFactory.getLogger(StoryTeller.class);
    private static final int MOST_BEGINNINGS = 5;

    private final DemoBuyers buyers;
    private final OrderService orders;
    private final Payments payments;
    private final Simulators simulators;
    private final StoryMarks marks;

    StoryTeller(DemoBuyers buyers, OrderService orders, Payments payments, Simulators simulators, StoryMarks marks) {
        this.buyers = buyers;
        this.orders = orders;
        this.payments = payments;
        this.simulators = simulators;
        this.marks = marks;
    }

    /** Whether nothing is left to do. */
    boolean isTold(StoryOrder story) {
        var buyer = story.buyer().distributor()
                ? buyers.distributor(story.buyer().number())
                : buyers.consumer(story.buyer().number());
        for (var beginning = 0; beginning < MOST_BEGINNINGS; beginning++) {
            switch (orders.place(buyer, wish(story, beginning))) {
                case PlaceResult.Placed(var no) -> {
                    var told = go(story, buyer, no);
                    if (told.isPresent()) return told.get();
                }
                case PlaceResult.SoldOut soldOut -> {
                    return false;
                }
                case PlaceResult.Refused(var code, var arguments) -> {
                    LOG.warn("demonstration: order {} was refused with {}", story.id(), code);
                    return true;
                }
            }
        }
        return true;
    }

    /** Empty when this order cannot be told to its end any more, for example because it was closed unpaid: it begins anew. */
    private Optional<Boolean> go(StoryOrder story, Actor buyer, OrderNo no) {
        marks.mark(story, no);
        var attempts = payments.ofOrder(buyer, no);
        var own = story.payments().stream()
                .map(payment -> attempt(attempts, payment))
                .toList();
        if (own.stream().allMatch(attempt -> isIn(attempt, AttemptState.PAID))) return Optional.of(true);
        if (orders.view(buyer, no).state() == OrderState.CLOSED
                || own.stream().anyMatch(attempt -> isIn(attempt, AttemptState.CLOSED, AttemptState.FAILED)))
            return Optional.empty();
        if (own.stream().allMatch(attempt -> isIn(attempt, AttemptState.READY, AttemptState.PAID)))
            pay(story, attempts);
        else choose(story, buyer, no, attempts);
        return Optional.of(false);
    }

    private void choose(StoryOrder story, Actor buyer, OrderNo no, List<PaymentView> attempts) {
        story.payments().stream()
                .filter(payment -> attempt(attempts, payment) == null)
                .forEach(payment -> payments.choose(buyer, no, payment.channel()));
    }

    private void pay(StoryOrder story, List<PaymentView> attempts) {
        var trouble = story.supplier();
        for (var payment : story.payments()) {
            var number = Objects.requireNonNull(attempt(attempts, payment)).outTradeNo();
            if (simulators.isPaid(payment.channel(), number)) continue;
            // Before the money: nobody buys from a supplier earlier than that.
            if (trouble != null) simulators.prepare(trouble, story.sku());
            simulators.pay(payment, number);
        }
    }

    private PlaceOrder wish(StoryOrder story, int beginning) {
        var who = (story.buyer().distributor() ? "d" : "c") + story.buyer().number();
        return new PlaceOrder(
                "demo-" + story.id() + (beginning == 0 ? "" : "." + beginning),
                story.sku(),
                story.seller(),
                story.quantity(),
                null,
                true,
                orders.noReturnText().version(),
                "10.20." + (story.buyer().distributor() ? 1 : 0) + "."
                        + (1 + story.buyer().number()),
                "demo-device-" + who,
                story.account(),
                story.account().isEmpty() ? null : orders.accountConsentText().version());
    }

    private static @Nullable PaymentView attempt(List<PaymentView> attempts, StoryOrder.Payment payment) {
        return attempts.stream()
                .filter(attempt -> attempt.channel() == payment.channel())
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static boolean isIn(@Nullable PaymentView attempt, AttemptState... states) {
        return attempt != null && List.of(states).contains(attempt.state());
    }
}
