package org.kameng.domain.shared;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Halts the machine the n-th time it passes a point: {@code kameng.crash-at=purchase.called:3}. Not set, it does nothing. */
@Component
class PropertyCrashPoints implements CrashPoints {
    private static final int EXIT_CODE = 137;

    private final String point;
    private final int time;
    private final Runnable halt;
    private final AtomicInteger passed = new AtomicInteger();

    @Autowired
    PropertyCrashPoints(@Value("${kameng.crash-at:}") String setting) {
        // No shutdown hook runs: the machine is gone, as in a power cut.
        this(setting, () -> Runtime.getRuntime().halt(EXIT_CODE));
    }

    PropertyCrashPoints(String setting, Runnable halt) {
        var colon = setting.indexOf(':');
        this.point = colon < 0 ? setting : setting.substring(0, colon);
        this.time = colon < 0 ? 1 : Integer.parseInt(setting.substring(colon + 1));
        this.halt = halt;
    }

    @Override
    public void reached(String here) {
        if (here.equals(point) && passed.incrementAndGet() == time) halt.run();
    }
}
