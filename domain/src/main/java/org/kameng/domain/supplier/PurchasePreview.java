package org.kameng.domain.supplier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.ledger.Entry;
import org.kameng.domain.shared.Money;

/**
 * What a decision would do, exactly. What the supplier says decides between the outcomes, where there are several.
 *
 * @param atStake what it may cost if it was wrong: the larger of the goods' sale price and what they may cost us
 * @param twoPeople a second operator must confirm
 * @param writtenProof the reason must name the supplier's own written word
 * @param token names the state this was computed from; a decision brings it back
 */
public record PurchasePreview(
        DeskAct act,
        Call call,
        List<Outcome> outcomes,
        Money atStake,
        boolean twoPeople,
        boolean writtenProof,
        String token) {
    public PurchasePreview {
        outcomes = List.copyOf(outcomes);
    }

    /** What is sent to the supplier of this purchase. */
    public enum Call {
        NONE,
        QUERY,
        CANCEL
    }

    /** On what the supplier says, or at once. */
    public enum When {
        AT_ONCE,
        DELIVERED,
        FAILED,
        AGREED,
        REFUSED,
        UNCLEAR
    }

    /** What follows. */
    public enum Then {
        /** The buyer gets the units. */
        DELIVERS,
        /** The units become the seller's stock. */
        STOCKS,
        /** The units are bought from another source, for at most so much. */
        BUYS,
        /** A source behind an open fuse is waited for, within the promised half hour. */
        AWAITS_SOURCE,
        /** The buyer gets the money. */
        REFUNDS,
        /** The supplier is asked on. */
        ASKS_ON,
        NOTHING
    }

    /**
     * One way it may go.
     *
     * @param money what the buyer gets or paid for the units, or what buying may cost at most
     * @param supplier whom the units are bought from
     * @param entries what the ledger will say then; for units bought elsewhere, once they are delivered
     */
    public record Outcome(
            When when,
            Then then,
            int units,
            Money money,
            @Nullable String supplier,
            List<Entry> entries) {
        public Outcome {
            entries = List.copyOf(entries);
        }

        static Outcome plain(When when, Then then) {
            return new Outcome(when, then, 0, Money.ZERO, null, List.of());
        }
    }
}
