package org.kameng.domain.reminder;

import java.time.Instant;
import java.time.LocalTime;
import org.kameng.domain.shared.ShopTime;

/** When people may be reminded, and how long before the end. */
final class ReminderRules {
    static final int FIRST = 30;
    static final int SECOND = 7;
    static final int LAST = 1;

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime NIGHT = LocalTime.of(22, 0);

    private ReminderRules() {}

    /** From ten in the evening until eight in the morning, by China's clock, nobody's phone rings for a reminder. */
    static boolean isQuiet(Instant at) {
        var time = LocalTime.ofInstant(at, ShopTime.ZONE);
        return time.isBefore(MORNING) || !time.isBefore(NIGHT);
    }
}
