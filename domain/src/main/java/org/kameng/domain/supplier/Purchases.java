package org.kameng.domain.supplier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kameng.domain.order.SupplyEnd;
import org.kameng.domain.shared.OrderNo;

/**
 * Buying what stock could not give, for jobs. Every method locks the order first, answers what it found, and may run twice: an
 * order is bought for again only after the purchase before it has ended.
 */
public interface Purchases {
    /** Job {@code choose-source}: commits the intent to buy from the next source, or says what the order needs instead. */
    SupplyStep choose(OrderNo no);

    /** Job {@code place-purchase}: marks the purchase as being sent and says how; empty when it has ended. */
    Optional<PurchaseCall> begin(String purchaseNo);

    /**
     * Marks a purchase that its supplier did not know after {@link Act#ASK_THEN_SEND} as being sent once more; empty when it must not
     * be any more, because its order has ended or somebody wrote an answer down meanwhile.
     */
    Optional<PurchaseCall> sendAgain(String purchaseNo);

    /** Whom to ask about a purchase that was sent; empty when it never was, or has ended and cannot bring more. */
    Optional<PurchaseCall> ask(String purchaseNo);

    /** Writes down what the supplier said; one transaction with all that follows from it. An end is not overwritten. */
    SupplyStep record(String purchaseNo, PurchaseReply reply);

    /** What the order of a purchase needs next. */
    SupplyStep step(String purchaseNo);

    /** Job {@code offer-refund}: offers the buyer the money for what is open, once. */
    SupplyStep offerRefund(String purchaseNo);

    /** Job {@code end-supply}: gives up what is open; answers the reason that counts, which may be an older one. */
    SupplyEnd end(OrderNo no, SupplyEnd why);

    /** Job {@code close-case}: what an operator's decision left, carried out at the desk; the money back when nobody decided in time. */
    SupplyStep closeCase(String purchaseNo);

    /** Writes down what a supplier answered to a question the process did not ask; an end is told to the process. */
    void recordBehind(String purchaseNo, PurchaseReply reply);

    /** Purchases nobody has asked about since they were due: open ones, and those that may still bring a rest. */
    List<String> overdue(Instant dueBefore, int limit);

    /** What to send to whom; {@code cancelNo} names the wish to take it back. */
    record PurchaseCall(SupplierEndpoint supplier, PurchaseRequest request, Act act, String cancelNo) {}

    /** What a purchase allows. */
    enum Act {
        SEND,
        /** An earlier run was about to send it and wrote nothing down: ask, and {@link #sendAgain} what is not known. */
        ASK_THEN_SEND,
        /** Its answer was unclear: ask, and never send again. */
        ASK,
        /** A person wants it taken back, and the supplier has not answered that clearly yet. */
        CANCEL
    }
}
