package org.kameng.domain.catalog;

/** Short stable name of a seller (a sub-merchant), for example {@code xingzhou}; also the tail of its ledger accounts. */
public record SellerId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
