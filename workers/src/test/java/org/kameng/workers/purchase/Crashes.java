package org.kameng.workers.purchase;

import java.util.concurrent.ConcurrentHashMap;
import org.kameng.domain.shared.CrashPoints;

/** Where a machine would die, the job does: its next run finds what was committed and nothing else. */
public final class Crashes implements CrashPoints {
    private final ConcurrentHashMap<String, Integer> left = new ConcurrentHashMap<>();

    /** The next {@code times} who pass there do not live on. */
    public void at(String point, int times) {
        left.put(point, times);
    }

    public boolean happened(String point) {
        return left.getOrDefault(point, -1) == 0;
    }

    @Override
    public void reached(String point) {
        var died = new boolean[1];
        left.computeIfPresent(point, (name, times) -> {
            died[0] = times > 0;
            return Math.max(0, times - 1);
        });
        if (died[0]) throw new IllegalStateException("died at " + point);
    }
}
