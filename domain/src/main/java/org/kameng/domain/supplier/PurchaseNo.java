package org.kameng.domain.supplier;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Our number of a purchase and its idempotency key at the supplier; the same at every try. */
@Embeddable
record PurchaseNo(String value) implements Serializable {
    @Override
    public String toString() {
        return value;
    }
}
