package org.kameng.domain.catalog;

/** The parts of a listing that a finding can point at; the names of form fields. */
public enum ListingField {
    NAME_ZH,
    NAME_EN,
    ABOUT_ZH,
    ABOUT_EN,
    SKU_NAME_ZH,
    SKU_NAME_EN,
    FACE,
    REGION,
    LIMIT_ZH,
    LIMIT_EN,
    PROMISE,
    GUIDE_ZH,
    GUIDE_EN,
    REFUND_ZH,
    REFUND_EN,
    PRICE;

    /** Whether the listing praises itself here, so that absolute claims are out of place. */
    boolean claims() {
        return switch (this) {
            case NAME_ZH, NAME_EN, ABOUT_ZH, ABOUT_EN, SKU_NAME_ZH, SKU_NAME_EN -> true;
            case FACE, REGION, LIMIT_ZH, LIMIT_EN, PROMISE, GUIDE_ZH, GUIDE_EN, REFUND_ZH, REFUND_EN, PRICE -> false;
        };
    }
}
