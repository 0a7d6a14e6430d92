package org.kameng.ui.statistics;

/** Addresses of the overview. */
public final class StatisticsNavigation {
    public static final String OVERVIEW = "desk/overview";

    private StatisticsNavigation() {}
}
