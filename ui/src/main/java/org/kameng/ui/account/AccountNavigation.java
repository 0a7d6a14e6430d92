package org.kameng.ui.account;

/** Addresses of the doors. */
public final class AccountNavigation {
    public static final String LOG_IN = "login";
    public static final String REGISTER = "register";
    /** Buying without an account. */
    public static final String GUEST = "guest";

    public static final String RESET = "reset";
    /** Where a member of the staff turns a one-time code into a password. */
    public static final String ACTIVATE = "activate";

    public static final String DESK_STAFF = "desk/staff";
    /** Leads everyone to where their work is. */
    public static final String HOME = "home";

    private AccountNavigation() {}
}
