package org.kameng.processes.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of process {@code order-to-delivery} and the records its jobs read and write. A test keeps them equal to the model. */
public final class OrderToDelivery {

    public static final String PROCESS_ID = "order-to-delivery";

    public static final class Messages {
        public static final String ORDER_PLACED = "Order placed";
        public static final String PAYMENT_CONFIRMED = "Payment confirmed";
        public static final String ORDER_CANCELLED = "Order cancelled";

        private Messages() {}
    }

    public static final class Jobs {
        public static final String REQUEST_PAYMENT = "request-payment";
        public static final String CLOSE_ORDER = "close-order";
        public static final String DELIVER_FROM_STOCK = "deliver-from-stock";
        public static final String NOTIFY_BUYER = "notify-buyer";
        public static final String HOLD_ORDER = "hold-order";

        private Jobs() {}
    }

    public static final class Errors {
        /** The channel refuses this payment for good. */
        public static final String PAYMENT_REFUSED = "PAYMENT_REFUSED";

        private Errors() {}
    }

    public static final class Tasks {
        public static final String REVIEW_PAYMENT = "Task_ReviewPayment";

        private Tasks() {}
    }

    public static final class CloseReasons {
        public static final String RISK_REFUSED = "RISK_REFUSED";
        public static final String PAYMENT_REFUSED = "PAYMENT_REFUSED";
        public static final String CANCELLED = "CANCELLED";
        public static final String EXPIRED = "EXPIRED";

        private CloseReasons() {}
    }

    /** Verdicts of risk and of people: the values of {@code riskDecision} and {@code decision}. */
    public static final class Verdicts {
        public static final String DELIVER = "deliver";
        public static final String HOLD = "hold";
        public static final String REFUSE = "refuse";
        public static final String REFUND = "refund";

        private Verdicts() {}
    }

    /**
     * Variables of message start {@code Order placed}.
     *
     * @param paymentDeadline ISO 8601 instant; {@code riskScore} and {@code riskFlags} are those of the order's own decision
     */
    public record Start(
            String businessNo, String orderNo, String paymentDeadline, int riskScore, List<String> riskFlags) {}

    /** Variables of message {@code Payment confirmed}: the risk decision with the payer's facts. */
    public record PaymentConfirmed(int riskScore, List<String> riskFlags) {}

    public record RequestPaymentInput(String orderNo) {}

    /** The state found with the latest risk decision: an order that is paid already never waits for the message that carries it. */
    public record RequestPaymentOutput(
            String orderState,
            @Nullable Integer riskScore,
            @Nullable List<String> riskFlags) {}

    public record CloseOrderInput(String orderNo, @Nullable String closeReason) {}

    /** The state found. {@code closeReason} is the stored one: it may be older than the reason asked for. */
    public record CloseOrderOutput(
            String orderState,
            @Nullable String closeReason,
            @Nullable Integer riskScore,
            @Nullable List<String> riskFlags) {}

    public record HoldOrderInput(String orderNo, List<String> riskFlags) {}

    public record HoldOrderOutput(String orderState) {}

    /**
     * Input of job {@code deliver-from-stock}.
     *
     * @param decision the verdict of Task_ReviewPayment, where there was one
     */
    public record DeliverFromStockInput(
            String orderNo, @Nullable String decision) {}

    /** The state found; what is {@code open} may still be bought. */
    public record DeliverFromStockOutput(String orderState, int delivered, int missing, int open) {}

    public record NotifyBuyerInput(String orderNo) {}

    private OrderToDelivery() {}
}
