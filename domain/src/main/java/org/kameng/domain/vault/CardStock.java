package org.kameng.domain.vault;

import java.time.Instant;
import java.util.List;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.OrderNo;

/** Cards as units of stock, for the order feature only. Every method needs the caller's transaction. */
public interface CardStock {
    /** Unsold, unreserved cards that keep the promise of their SKU on the shop's today. */
    int available(SkuId sku, SellerId seller);

    /** Reserves up to {@code quantity} cards for an order line, those that expire first first; answers how many. */
    int reserve(Units units, Instant until);

    /** Lets go of what an order has reserved and not claimed; answers how many. Cards of a recalled batch do not come back into stock. */
    int release(OrderNo order);

    /** Hands cards to the order line for ever: its reservation first, then free stock of the same seller. Answers how many. */
    int claim(Units units, AccountId owner, Instant at);

    /** Hands these unsold cards to the order line for ever, as many as it has free slots; answers how many. */
    int hand(List<Long> cards, Units units, AccountId owner, Instant at);

    /** What is wanted: a line of an order and its number of units. */
    record Units(OrderNo order, int line, SkuId sku, SellerId seller, int quantity) {}
}
