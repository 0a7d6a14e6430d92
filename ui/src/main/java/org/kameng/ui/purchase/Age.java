package org.kameng.ui.purchase;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** For how long a purchase has been under way, in the steps that mean something: alarm, refund offer, decision. */
enum Age {
    ANY(null),
    TEN_MINUTES(Duration.ofMinutes(10)),
    HALF_AN_HOUR(Duration.ofMinutes(30)),
    A_DAY(Duration.ofHours(24));

    private final @Nullable Duration least;

    Age(@Nullable Duration least) {
        this.least = least;
    }

    @Nullable
    Duration least() {
        return least;
    }
}
