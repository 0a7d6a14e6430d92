package org.kameng.domain.order;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.Money;

/**
 * A wish to buy. {@code requestId} is made once per checkout page: sent twice it gives the same order.
 *
 * @param price of one unit as the buyer saw it; null where none was shown, and that of the moment counts
 * @param noReturnAck the buyer confirmed that a revealed code cannot be returned, in the words of {@code noReturnTextVersion}
 * @param account the fields of a direct top-up, empty for cards; personal, never printed
 * @param accountConsentVersion the words under which the account may be passed to the supplier, null without consent
 */
public record PlaceOrder(
        String requestId,
        SkuId sku,
        SellerId seller,
        int quantity,
        @Nullable Money price,
        boolean noReturnAck,
        String noReturnTextVersion,
        String ip,
        String device,
        Map<String, String> account,
        @Nullable String accountConsentVersion) {
    public PlaceOrder {
        account = Map.copyOf(account);
    }

    /** A wish for cards at the price of the moment. */
    public PlaceOrder(
            String requestId,
            SkuId sku,
            SellerId seller,
            int quantity,
            boolean noReturnAck,
            String noReturnTextVersion,
            String ip,
            String device) {
        this(requestId, sku, seller, quantity, null, noReturnAck, noReturnTextVersion, ip, device, Map.of(), null);
    }

    @Override
    public String toString() {
        return "PlaceOrder[" + requestId + " " + sku + " x" + quantity + "]";
    }
}
