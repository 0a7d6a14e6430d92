package org.kameng.ui.statistics;

import static org.kameng.ui.shared.Texts.t;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Svg;
import org.kameng.ui.shared.Texts;

/** Short words for times below charts. */
final class Words {
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm").withZone(Formats.ZONE);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MM-dd").withZone(Formats.ZONE);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private Words() {}

    static String hour(Instant start) {
        return HOUR.format(start);
    }

    static String day(Instant start) {
        return DAY.format(start);
    }

    /** The largest unit that matters; below ten seconds with a tenth. */
    static String length(Duration took) {
        if (took.compareTo(TEN_SECONDS) < 0) {
            return t("chart.seconds", Svg.number(took.toMillis() / 1000.0));
        }
        if (took.compareTo(MINUTE) < 0) return t("chart.seconds", String.valueOf(took.toSeconds()));
        if (took.toHours() < 1) return t("chart.minutes", String.valueOf(took.toMinutes()));
        return took.toDays() < 2
                ? t("chart.hours", String.valueOf(took.toHours()))
                : t("chart.days", String.valueOf(took.toDays()));
    }

    static String channel(String name) {
        return Texts.known("channel." + name).orElse(name);
    }
}
