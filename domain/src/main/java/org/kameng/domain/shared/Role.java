package org.kameng.domain.shared;

import java.util.EnumSet;
import java.util.Set;

/** What a person may be. No role both decides and pays. */
public enum Role {
    CUSTOMER,
    /** Bought with nothing but a phone code; sees and reveals what that purchase brought. */
    GUEST,
    DISTRIBUTOR,
    SUPPLIER,
    OPERATOR,
    COMPLIANCE_OFFICER,
    COMPLIANCE_LEAD,
    SUPPORT_AGENT,
    ARBITRATOR,
    FINANCE,
    AUDITOR,
    ADMIN;

    private static final Set<Role> OUTSIDE = Set.of(CUSTOMER, GUEST, DISTRIBUTOR, SUPPLIER);

    /** True for roles held by people of the platform itself. */
    public boolean isStaff() {
        return !OUTSIDE.contains(this);
    }

    /** Every role held by people of the platform itself. */
    public static Set<Role> staff() {
        return EnumSet.complementOf(EnumSet.copyOf(OUTSIDE));
    }
}
