package org.kameng.ui.supplier;

/** Addresses of suppliers. */
public final class SupplierNavigation {
    public static final String DESK_SUPPLIERS = "desk/suppliers";
    public static final String DESK_CALLS = "desk/supplier-calls";

    private SupplierNavigation() {}

    /** The exchanges about one purchase. */
    public static String calls(String purchaseNo) {
        return DESK_CALLS + "?purchase=" + purchaseNo;
    }
}
