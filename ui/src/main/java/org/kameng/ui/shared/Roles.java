package org.kameng.ui.shared;

/** Role names as annotations need them; a test keeps them equal to the domain's. */
public final class Roles {
    public static final String CUSTOMER = "CUSTOMER";
    public static final String GUEST = "GUEST";
    public static final String DISTRIBUTOR = "DISTRIBUTOR";
    public static final String OPERATOR = "OPERATOR";
    public static final String COMPLIANCE_OFFICER = "COMPLIANCE_OFFICER";
    public static final String COMPLIANCE_LEAD = "COMPLIANCE_LEAD";
    public static final String SUPPORT_AGENT = "SUPPORT_AGENT";
    public static final String ARBITRATOR = "ARBITRATOR";
    public static final String FINANCE = "FINANCE";
    public static final String AUDITOR = "AUDITOR";
    public static final String ADMIN = "ADMIN";

    private Roles() {}
}
