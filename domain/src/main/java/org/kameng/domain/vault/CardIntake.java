package org.kameng.domain.vault;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;

/** Cards bought from a supplier, on their way from the wire into the vault. */
public interface CardIntake {
    /**
     * Seals good cards as one unsold batch that names its purchase, in the caller's transaction; answers for each card what
     * became of it, in the order given. What is not STORED is nowhere.
     */
    List<Taken> take(Bought from, List<BoughtCard> cards);

    /** Where cards were bought, and for whose offer. */
    record Bought(String purchaseNo, SkuId sku, SellerId seller) {}

    /** A card in clear for the moment between the wire and the vault. Never printed. */
    record BoughtCard(
            int seq,
            String number,
            @Nullable String password,
            @Nullable String url,
            @Nullable String pin,
            @Nullable LocalDate expiresOn) {
        @Override
        public String toString() {
            return "BoughtCard[" + seq + "]";
        }
    }

    /** What became of a card; {@code cardId} only of a stored one. */
    record Taken(int seq, Fate fate, @Nullable Long cardId) {}

    /** Stored, or why not. */
    enum Fate {
        STORED,
        /** The vault holds it already, whoever it belongs to. */
        KNOWN,
        /** It stood earlier in the same list. */
        REPEATED,
        MALFORMED,
        EXPIRED
    }
}
