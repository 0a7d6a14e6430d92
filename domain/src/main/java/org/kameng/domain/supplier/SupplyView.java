package org.kameng.domain.supplier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.AccountField;

/**
 * What an order waits for between stock and refund, in the buyer's words.
 *
 * @param supplierName whom it waits for
 * @param since when it was asked first
 * @param nextAskAt when it is asked again; null while a person or the buyer is to act
 * @param open units that have not arrived
 * @param mayTakeRefund the buyer may have the money for the open units now
 * @param accountFields what the buyer is to correct, empty when nothing is
 * @param actBy until when the buyer may correct it, or a person decides
 */
public record SupplyView(
        Phase phase,
        String supplierName,
        @Nullable Instant since,
        @Nullable Instant nextAskAt,
        int open,
        boolean mayTakeRefund,
        boolean refundTaken,
        List<AccountField> accountFields,
        @Nullable Instant actBy) {
    public SupplyView {
        accountFields = List.copyOf(accountFields);
    }

    /** Who must act. */
    public enum Phase {
        /** The next source is being chosen. */
        CHOOSING,
        /** A supplier owes an answer. */
        SUPPLIER,
        /** The buyer is to correct the account. */
        BUYER,
        /** A person of the platform decides. */
        STAFF
    }
}
