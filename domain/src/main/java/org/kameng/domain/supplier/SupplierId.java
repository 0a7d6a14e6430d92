package org.kameng.domain.supplier;

/** The short name of an upstream supplier, for example {@code xingzhou}; small letters, digits and hyphens. */
public record SupplierId(String value) {
    public SupplierId {
        if (!value.matches("[a-z][a-z0-9-]{1,29}")) throw new IllegalArgumentException("not a supplier id");
    }

    @Override
    public String toString() {
        return value;
    }
}
