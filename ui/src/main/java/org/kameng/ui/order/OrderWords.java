package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.payment.RefundState;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Texts;

/** What the states of an order are called, and how serious they look. */
final class OrderWords {

    private OrderWords() {}

    /** Which way the money of a refund goes. */
    static String refund(RefundState state) {
        return switch (state) {
            case REQUESTED, SENT, UNKNOWN, SUCCESS -> t("refund.words");
            case ABNORMAL, CLOSED -> t("refund.words.failed");
            case SETTLED_BY_HAND -> t("refund.words.byHand");
        };
    }

    static String of(OrderState state) {
        return t("order.state", state);
    }

    static String closed(@Nullable String reason) {
        return Texts.known("order.closed." + reason).orElseGet(() -> t("order.closed.OTHER"));
    }

    static Span badge(OrderState state) {
        return Parts.badge(of(state), tone(state));
    }

    private static Tone tone(OrderState state) {
        return switch (state) {
            case AWAITING_PAYMENT, ON_HOLD -> Tone.WAIT;
            case PAID, REFUNDING -> Tone.INFO;
            case DELIVERED -> Tone.OK;
            case REFUNDED, CLOSED -> Tone.PLAIN;
        };
    }
}
