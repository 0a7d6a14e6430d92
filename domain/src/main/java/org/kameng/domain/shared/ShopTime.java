package org.kameng.domain.shared;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The shop's calendar is that of its buyers: a card that expires on the 5th is good until the 5th ends in China. */
public final class ShopTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ShopTime() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
