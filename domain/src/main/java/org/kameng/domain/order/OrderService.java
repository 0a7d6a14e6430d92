package org.kameng.domain.order;

import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;

/** Orders for people: placing, cancelling, looking. A stranger's order is refused with ACCESS_DENIED and recorded. */
public interface OrderService {
    int MOST_EXPORTED = 10_000;

    /** Places an order in one transaction; the same account and request id give the same order. Needs CUSTOMER, GUEST or DISTRIBUTOR. */
    PlaceResult place(Actor customer, PlaceOrder command);

    /** Announces the wish to cancel; the order's process closes it. Does nothing when the order is past payment. */
    void cancel(Actor customer, OrderNo no);

    OrderView view(Actor viewer, OrderNo no);

    /** All orders, newest first; needs a staff role. */
    Slice<OrderRow> find(Actor staff, OrderFilter filter, PageRequest page);

    /** How many orders a filter finds, counted up to 10,000. */
    int count(Actor staff, OrderFilter filter);

    /**
     * Lets staff take a filtered list away; recorded as an act of the person before the first row leaves. Refuses with
     * RATE_LIMITED. {@code form} names the kind of file.
     */
    ExportedOrders export(Actor staff, OrderFilter filter, String form);

    /** The customer's own orders, newest first. */
    Slice<OrderRow> ofCustomer(Actor customer, PageRequest page);

    /** The words to confirm at checkout now. */
    NoReturnText noReturnText();

    /** The words to agree to before the account of a top-up is passed to the supplier. */
    AccountConsentText accountConsentText();

    /** Job {@code close-order}: AWAITING_PAYMENT to CLOSED, or the state it found. */
    CloseResult close(OrderNo no, String reason);

    /** Job {@code deliver-from-stock}: PAID to DELIVERED with all cards claimed, or what was done before. One transaction. */
    DeliveryResult deliverFromStock(OrderNo no);

    /** Job {@code hold-order}: PAID to ON_HOLD; answers the state after. */
    OrderState hold(OrderNo no, String why);

    /** A person's decision to let a held order go: ON_HOLD to PAID; answers the state after. */
    OrderState release(Actor by, OrderNo no, String reason);

    /** What a process needs to know; for workers, no person involved. */
    OrderFactsView facts(OrderNo no);
}
