package org.kameng.domain.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.ledger.Entry;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;

/** Refunds: the decision, the request to the channel, and the end. All refunds of a payment never exceed it. */
public interface Refunds {
    /**
     * Decides to pay back what was not delivered and moves the order to REFUNDING; asked again it answers the same number.
     * Adds no outbox row: the order's own process carries on. Empty when nothing is due.
     */
    Optional<String> requestForOrder(OrderNo no, String reason);

    /** What {@link #requestForOrder} would post once the channel has paid it back; empty when nothing is due. */
    List<Entry> outlook(OrderNo no);

    /** Job {@code request-refund}: what to send, or the state when nothing is to be sent. */
    RefundStart begin(String refundNo);

    /** The channel has accepted the request; accepted is not done. */
    void accepted(String channelNo, String channelRefundId);

    /** The channel did not answer clearly. */
    void unknown(String channelNo, String code);

    /**
     * The channel told the end of the refund that bears this number there; safe to repeat. SUCCESS posts the ledger and ends the
     * order; else a person is needed. SUCCESS and settled by hand together raise the payment alarm REFUNDED_TWICE, whichever came
     * first, and so does SUCCESS of a number that the channel had closed. Else a number the refund no longer bears tells nothing.
     */
    RefundView settled(
            String channelNo, RefundOutcome outcome, @Nullable String channelRefundId, @Nullable String detail);

    /**
     * A person paid it back another way, whatever the channel said or did not say so far; needs FINANCE and a reference of the
     * transfer. A refund at its end stays as it is; was that the channel's SUCCESS, the money went back twice: an alarm.
     */
    RefundView settledByHand(Actor finance, String refundNo, String reference, String reason);

    /** A person asks for another try, under a new number at the channel where it closed the last; needs FINANCE. */
    RefundView retry(Actor finance, String refundNo, String reason);

    /** By our number, or by any that it bore at the channel. */
    Optional<RefundView> find(String number);

    /** Refunds of an order, oldest first; owner and staff. */
    List<RefundView> ofOrder(Actor viewer, OrderNo no);

    /**
     * Refunds of late and double payments not yet at their end and unchanged since the given instant, for the reconciler: those of
     * an order are carried by the order's own process.
     */
    List<String> unfinishedStrays(Instant before, int limit);

    /**
     * Refunds to ask the channel about now, leased so that two instances do not ask at once; none that wait for a person. Each
     * answer of "still under way" puts the next question further off, a change of state begins the rhythm anew.
     */
    List<RefundView> overdue(int limit);
}
