package org.kameng.domain.order;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.kameng.domain.shared.AccountId;

/** Who placed an order, from where (sealed), and which words were confirmed. Written once. */
@Embeddable
@SuppressWarnings("ArrayRecordComponent") // never compared: sealed bytes differ at every sealing
record OrderOrigin(
        String requestId,
        UUID buyerId,
        Instant buyerSince,
        boolean buyerBusiness,
        byte[] ipSealed,
        byte[] deviceSealed,
        byte[] deviceIndex,
        String noReturnVersion,
        Instant noReturnAt) {

    AccountId buyer() {
        return new AccountId(buyerId);
    }

    @Override
    public String toString() {
        return "OrderOrigin[" + buyerId + "]";
    }
}
