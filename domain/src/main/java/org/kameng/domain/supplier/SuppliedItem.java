package org.kameng.domain.supplier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One unit of a supplier's answer: a card that could be opened, or what is wrong with it. */
public sealed interface SuppliedItem {
    int seq();

    /** A card in clear for the moment between the wire and the vault. Never printed. */
    record Card(
            int seq,
            String number,
            @Nullable String password,
            @Nullable String url,
            @Nullable String pin,
            @Nullable LocalDate expiresOn)
            implements SuppliedItem {
        @Override
        public String toString() {
            return "Card[" + seq + " sealed]";
        }
    }

    /** An item that must not be delivered. */
    record Spoilt(int seq, Fault fault) implements SuppliedItem {}

    /** What is wrong with an item. */
    enum Fault {
        /** The tag does not fit number, order or SKU: altered, or meant for something else. */
        BAD_TAG,
        /** The fields are missing or malformed. */
        UNREADABLE
    }
}
