package org.kameng.domain.vault;

import java.io.InputStream;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;

/** Cards for people: bringing them in, looking at one's own, and revealing a secret as a recorded act. */
public interface CardVault {
    /**
     * Imports a CSV file (UTF-8, header {@code no,pwd,url,pin,expires_on}; at most 20,000 lines and 5 MB) all or nothing.
     *
     * @param operator needs OPERATOR
     */
    ImportReport importBatch(Actor operator, SkuId sku, SellerId seller, String fileName, InputStream csv);

    /** Batches, newest first; needs OPERATOR or AUDITOR. */
    Slice<BatchRow> batches(Actor staff, PageRequest page);

    /**
     * Opens one card. The owner may always, support staff only with a reason. Writes the first-reveal event once and an
     * audit row each time; throws ACCESS_DENIED (recorded), NOT_FOUND or TOO_MANY_REVEALS.
     */
    RevealedCard reveal(Actor viewer, long cardId, RevealContext context);

    /** The customer's delivered cards, newest first. */
    Slice<CardBoxRow> cardBox(Actor customer, PageRequest page);

    /** Cards delivered for an order, without secrets; the owner and staff may look. */
    Slice<CardBoxRow> ofOrder(Actor viewer, OrderNo no, PageRequest page);

    /** Wraps every batch key anew with the active key-encryption key; answers how many were rewrapped. Needs ADMIN. */
    int rewrapBatchKeys(Actor admin);
}
