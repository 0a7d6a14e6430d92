package org.kameng.app;

import java.time.Duration;
import java.time.Instant;
import org.kameng.domain.shared.DialClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The application's part of the one dial that moves its clock together with the simulators' and the broker's; tests only. */
@RestController
@RequestMapping("/internal/clock")
@ConditionalOnProperty("kameng.clock.dial")
class ClockDial {

    private final DialClock clock;

    ClockDial(DialClock clock) {
        this.clock = clock;
    }

    /** @param aheadMillis how far the application is ahead of the wall clock; never less than before */
    record Wish(long aheadMillis) {}

    record Now(Instant now) {}

    @PostMapping
    Now turn(@RequestBody Wish wish) {
        clock.setOffset(Duration.ofMillis(wish.aheadMillis()));
        return new Now(clock.instant());
    }
}
