package org.kameng.domain.shared;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** The number of an order as people and processes see it, for example {@code KM261122F3K9Q7ZT2WAB}; letters and digits only. */
@Embeddable
public record OrderNo(String value) implements Serializable {
    public OrderNo {
        if (value.isBlank() || value.length() > 32) {
            throw new IllegalArgumentException("order number has 1 to 32 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
