package org.kameng.domain.payment;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** The number of a refund at the channel and with us; the same at every try. */
@Embeddable
record RefundNo(String value) implements Serializable {
    @Override
    public String toString() {
        return value;
    }
}
