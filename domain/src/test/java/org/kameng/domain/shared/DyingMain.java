package org.kameng.domain.shared;

/** A machine that passes a crash point three times, for {@link CrashPointsTest}. */
final class DyingMain {
    private DyingMain() {}

    public static void main(String[] setting) {
        var points = new PropertyCrashPoints(setting[0]);
        for (var i = 0; i < 3; i++) points.reached("purchase.called");
    }
}
