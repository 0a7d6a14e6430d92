package org.kameng.app.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.payment.Channel;

/**
 * An order of the demonstration as it is to go.
 *
 * @param id finds the order again: it is the request that places it
 * @param tells what there is to see, for staff who look at the order; empty for one of many
 * @param payments how the money comes, in this order; without any the order is left unpaid
 * @param supplier what goes wrong at the supplier, with this order alone
 */
record StoryOrder(
        String id,
        String tells,
        Buyer buyer,
        SkuId sku,
        SellerId seller,
        int quantity,
        Map<String, String> account,
        List<Payment> payments,
        @Nullable Trouble supplier) {

    /** Forty consumers and twelve distributors; 0 of each are those whose log-in everybody knows. */
    record Buyer(boolean distributor, int number) {}

    /** Money through one channel; {@code trouble} is what its first notification meets, as JSON of the simulator's knobs. */
    record Payment(Channel channel, String trouble) {}

    /** Knobs of a supplier's simulator, as JSON. */
    record Trouble(String supplier, String knobs) {}
}
