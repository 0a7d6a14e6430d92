package org.kameng.domain.shared;

/** The number of an order as people and processes see it, for example {@code K2611220000001A}; letters and digits only. */
public record OrderNo(String value) {
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
