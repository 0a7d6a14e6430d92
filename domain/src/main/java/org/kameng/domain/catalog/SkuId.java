package org.kameng.domain.catalog;

/** The code of one sellable unit, for example {@code GM-NEB-30}. */
public record SkuId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
