package org.kameng.workers.supplier;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;

/**
 * What may be tried at a supplier. Purchases are real: without a product none is made.
 *
 * @param cardSku a product with cards to buy four units of
 * @param unitLimit what one unit may cost at most
 * @param directSku a top-up to be refused
 * @param badAccount fields of an account that cannot exist
 * @param notifyUrl where the supplier may push to; nobody has to listen
 * @param patience with an order that is being worked on
 */
public record Trial(
        @Nullable String cardSku,
        Money unitLimit,
        @Nullable String directSku,
        Map<String, String> badAccount,
        URI notifyUrl,
        Duration patience) {
    public Trial {
        badAccount = Map.copyOf(badAccount);
    }
}
