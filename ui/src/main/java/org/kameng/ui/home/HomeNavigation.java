package org.kameng.ui.home;

/** Where the staff's day begins. */
final class HomeNavigation {
    static final String DESK = "desk";

    private HomeNavigation() {}
}
