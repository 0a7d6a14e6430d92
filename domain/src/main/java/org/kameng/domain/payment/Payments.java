package org.kameng.domain.payment;

import java.util.List;
import java.util.Optional;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;

/** Payments: attempts, and what the channel says about them. No method calls the channel. */
public interface Payments {
    /** Topic of the outbox rows of {@link #choose}: {@code orderNo} and {@code channel}. */
    String ATTEMPT_REQUESTED = "attempt-requested";

    /** Finds or makes the order's open attempt at a channel and commits it before anybody calls the channel. */
    AttemptStart beginAttempt(OrderNo no, Channel channel);

    /**
     * The buyer wants to pay through this channel: commits an attempt with the wish to ask for its code, unless there is one
     * or the channel has refused. What is open at other channels stays payable. Owner only.
     */
    void choose(Actor customer, OrderNo no, Channel channel);

    /** The channel gave a QR code. */
    void prepaid(String outTradeNo, String codeUrl);

    /** The channel refused this attempt for good. */
    void prepayFailed(String outTradeNo, String code);

    /** The channel did not answer clearly; the query job will ask. */
    void prepayUnknown(String outTradeNo, String code);

    /** The channel will accept no money for this number any more. */
    void attemptClosed(String outTradeNo);

    /** The channel has answered: an attempt whose time is over, and which is still not paid as it should be, ends here. */
    void answered(String outTradeNo);

    /** Stores a verified statement and all it causes in one transaction. Safe to call many times at once. */
    PaymentReceipt receive(ChannelNotice notice);

    /** Records and raises an alarm for a notification that was refused at the door: forged, stale, replayed. */
    void recordRefusedNotice(Channel channel, String why, byte[] bodySha256, String remoteIp);

    /** Attempts to ask the channel about now, leased so that two instances do not ask at once. */
    List<PendingAttempt> overdueAttempts(int limit);

    /** The page to pay on; empty when the order is unknown. Owner only. */
    Optional<PaymentPageView> paymentPage(Actor customer, OrderNo no);

    /** All attempts of an order, oldest first; owner and staff. */
    List<PaymentView> ofOrder(Actor viewer, OrderNo no);

    /** Alarms, newest first; needs FINANCE, SUPPORT_AGENT or AUDITOR. */
    Slice<AlarmRow> alarms(Actor staff, PageRequest page);
}
