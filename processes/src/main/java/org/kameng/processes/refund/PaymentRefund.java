package org.kameng.processes.refund;

import org.jspecify.annotations.Nullable;

/** The names of process {@code payment-refund} and the records its jobs read and write. A test keeps them equal to the model. */
public final class PaymentRefund {

    public static final String PROCESS_ID = "payment-refund";

    public static final class Messages {
        public static final String REFUND_REQUESTED = "Refund requested";
        public static final String REFUND_SETTLED = "Refund settled";

        private Messages() {}
    }

    public static final class Jobs {
        public static final String REQUEST_REFUND = "request-refund";
        public static final String QUERY_REFUND = "query-refund";
        public static final String SETTLE_REFUND_BY_HAND = "settle-refund-by-hand";

        private Jobs() {}
    }

    public static final class Tasks {
        public static final String SETTLE_REFUND_BY_HAND = "Task_SettleRefundByHand";

        private Tasks() {}
    }

    /** The values of {@code decision} after Task_SettleRefundByHand. */
    public static final class Verdicts {
        /** The money reached the customer on another road; the reason names the proof. */
        public static final String SETTLED = "settled";
        /** The channel may be asked again. */
        public static final String RETRY = "retry";

        private Verdicts() {}
    }

    /** The values of {@code refundState}. */
    public static final class States {
        public static final String PROCESSING = "PROCESSING";
        public static final String SUCCESS = "SUCCESS";
        public static final String ABNORMAL = "ABNORMAL";
        public static final String CLOSED = "CLOSED";
        /** Nothing is left to give back. */
        public static final String NOTHING_DUE = "NOTHING_DUE";

        private States() {}
    }

    /** Variables of message start {@code Refund requested}; {@code businessNo} is the refund number. */
    public record Start(String businessNo, String orderNo, String refundNo) {}

    /** Variables of message {@code Refund settled}. */
    public record Settled(String refundState) {}

    /**
     * Input of job {@code request-refund}.
     *
     * @param refundNo missing when an order calls: the job then asks for the refund of what was not delivered
     */
    public record RequestRefundInput(
            @Nullable String orderNo,
            @Nullable String refundNo,
            @Nullable String refundReason) {}

    public record RequestRefundOutput(@Nullable String refundNo, String refundState) {}

    public record QueryRefundInput(String refundNo) {}

    public record QueryRefundOutput(String refundState) {}

    public record SettleRefundByHandInput(String refundNo, String decision) {}

    public record SettleRefundByHandOutput(String refundState) {}

    private PaymentRefund() {}
}
