package org.kameng.ui.alarm;

/** Addresses of alarms. */
public final class AlarmNavigation {
    public static final String ALARMS = "desk/alarms";

    private AlarmNavigation() {}
}
