package org.kameng.domain.payment;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** The number of one attempt at the channel; never the order's, for a closed number cannot be used again. */
@Embeddable
record OutTradeNo(String value) implements Serializable {
    @Override
    public String toString() {
        return value;
    }
}
