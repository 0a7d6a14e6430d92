package org.kameng.ui.account;

/** Addresses of the doors. */
public final class AccountNavigation {
    public static final String LOG_IN = "login";
    public static final String REGISTER = "register";
    /** Buying without an account. */
    public static final String GUEST = "guest";

    public static final String RESET = "reset";
    /** Leads everyone to where their work is. */
    public static final String HOME = "home";

    private AccountNavigation() {}
}
