package org.kameng.domain.order;

import java.time.Instant;
import org.kameng.domain.catalog.OfferTerms;
import org.kameng.domain.risk.OrderFacts;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;

/** A wish with who has it, and how many of its units suppliers may still have to give. */
record PlacingRequest(Actor customer, Buyer buyer, PlaceOrder command, byte[] deviceIndex, int toBuy) {
    OrderFacts facts(OrderNo no, OfferTerms terms, Instant now) {
        var amount = terms.price().times(command.quantity());
        return new OrderFacts(
                no, buyer.id(), buyer.since(), amount, buyer.business(), command.ip(), command.device(), null, now);
    }
}
