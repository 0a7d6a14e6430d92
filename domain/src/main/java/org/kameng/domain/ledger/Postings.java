package org.kameng.domain.ledger;

import java.util.ArrayList;
import java.util.List;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/** Which accounts each fact of an order moves. */
public final class Postings {
    private static final int WHOLE_BP = 10_000;

    private Postings() {}

    /** A payment that pays its order. */
    public static Transfer received(Institution at, OrderNo order, String transactionId, Money amount) {
        return two(id(at, transactionId), "payment-received", order, at.account(), Accounts.BUYER_CLEARING, amount);
    }

    /** A payment nobody waits for: late, or a second one. It goes back. */
    public static Transfer stray(Institution at, OrderNo order, String transactionId, Money amount) {
        return two(id(at, transactionId), "stray-payment", order, at.account(), Accounts.SUSPENSE, amount);
    }

    /** Goods delivered from stock: the seller's frozen share and the platform's commission. */
    public static Transfer delivered(OrderNo order, String seller, Money amount, int commissionBp) {
        return delivered("deliver:" + order.value(), order, seller, amount, commissionBp);
    }

    /** Goods of one purchase that were delivered; {@code arrival} names the purchase and what of it had arrived by then. */
    public static Transfer supplied(OrderNo order, String arrival, String seller, Money amount, int commissionBp) {
        return delivered("deliver:" + order.value() + ":" + arrival, order, seller, amount, commissionBp);
    }

    private static Transfer delivered(String id, OrderNo order, String seller, Money amount, int commissionBp) {
        var commission = commission(amount, commissionBp);
        var entries = new ArrayList<Entry>();
        entries.add(new Entry(Accounts.BUYER_CLEARING, amount.fen()));
        entries.add(new Entry(
                Accounts.supplierFrozen(seller), -amount.minus(commission).fen()));
        if (!commission.isZero()) entries.add(new Entry(Accounts.COMMISSION, -commission.fen()));
        return new Transfer(id, "delivered", order, entries);
    }

    /** Money back for what was not delivered, out of the account it left. */
    public static Transfer refunded(OrderNo order, String refundNo, Money amount, String from) {
        return two("refund:" + refundNo, "refunded", order, Accounts.BUYER_CLEARING, from, amount);
    }

    /** A stray payment back to its payer, out of the account it left. */
    public static Transfer strayRefunded(OrderNo order, String refundNo, Money amount, String from) {
        return two("refund:" + refundNo, "stray-refunded", order, Accounts.SUSPENSE, from, amount);
    }

    /** The platform's share, rounded down: the fraction of a fen is the seller's. */
    public static Money commission(Money amount, int commissionBp) {
        if (commissionBp < 0 || commissionBp >= WHOLE_BP)
            throw new IllegalArgumentException("commission " + commissionBp);
        return new Money(Math.multiplyExact(amount.fen(), commissionBp) / WHOLE_BP, amount.currency());
    }

    private static String id(Institution at, String transactionId) {
        return "pay:" + at.mark() + ":" + transactionId;
    }

    private static Transfer two(String id, String kind, OrderNo order, String debit, String credit, Money amount) {
        return new Transfer(id, kind, order, List.of(new Entry(debit, amount.fen()), new Entry(credit, -amount.fen())));
    }
}
