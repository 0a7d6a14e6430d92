package org.kameng.processes.purchase;

import org.jspecify.annotations.Nullable;

/** The names of process {@code supplier-purchase} and the records its jobs read and write. A test keeps them equal to the model. */
public final class SupplierPurchase {

    public static final String PROCESS_ID = "supplier-purchase";

    public static final class Messages {
        public static final String PURCHASE_CHANGED = "Purchase changed";
        public static final String PURCHASE_SETTLED = "Purchase settled";
        public static final String REFUND_ACCEPTED = "Refund accepted";
        public static final String ACCOUNT_CORRECTED = "Account corrected";

        private Messages() {}
    }

    public static final class Jobs {
        public static final String CHOOSE_SOURCE = "choose-source";
        public static final String PLACE_PURCHASE = "place-purchase";
        public static final String QUERY_PURCHASE = "query-purchase";
        public static final String OFFER_REFUND = "offer-refund";
        public static final String CLOSE_CASE = "close-case";
        public static final String END_SUPPLY = "end-supply";

        private Jobs() {}
    }

    public static final class Tasks {
        /** A purchase nobody knows the outcome of after a day. */
        public static final String DECIDE_PURCHASE = "Task_DecidePurchase";
        /** Goods that must not be delivered. */
        public static final String JUDGE_PURCHASE = "Task_JudgePurchase";

        private Tasks() {}
    }

    /** The values of {@code decision} after either task: for the record, as what they mean was carried out at the desk. */
    public static final class Verdicts {
        /** The supplier is asked for another day. */
        public static final String ASK_ON = "ask-on";
        /** The supplier is asked to take it back. */
        public static final String CANCEL = "cancel";
        /** It was never charged, or is of no use: buy elsewhere. */
        public static final String NEXT_SOURCE = "next-source";
        /** The buyer gets the money back for what is open. */
        public static final String GIVE_UP = "give-up";

        private Verdicts() {}
    }

    /** The values of {@code supplyStep}: those of the domain's steps. */
    public static final class Steps {
        public static final String BUY = "BUY";
        public static final String CHOOSE = "CHOOSE";
        public static final String WAIT = "WAIT";
        public static final String OFFER_REFUND = "OFFER_REFUND";
        public static final String DECIDE = "DECIDE";
        public static final String JUDGE = "JUDGE";
        public static final String CORRECT_ACCOUNT = "CORRECT_ACCOUNT";
        public static final String AWAIT_SOURCE = "AWAIT_SOURCE";
        public static final String GIVE_UP = "GIVE_UP";
        public static final String ENDED = "ENDED";

        private Steps() {}
    }

    public record ChooseSourceInput(String orderNo) {}

    /** Input of every job about one purchase. */
    public record PurchaseInput(String orderNo, String purchaseNo) {}

    /**
     * What every job but the last answers: what the order needs next, as it was found.
     *
     * @param wakeAt ISO 8601 instant: the next question, or the end of a wait
     * @param supplyEnd why nothing more is bought, with GIVE_UP and ENDED
     * @param delivered units of the order that are with the buyer
     */
    public record StepOutput(
            String supplyStep,
            @Nullable String purchaseNo,
            @Nullable String wakeAt,
            @Nullable String supplyEnd,
            int delivered) {}

    public record EndSupplyInput(String orderNo, @Nullable String supplyEnd) {}

    /** The reason that counts: it may be older than the one asked for. */
    public record EndSupplyOutput(String supplyEnd, int delivered) {}

    private SupplierPurchase() {}
}
