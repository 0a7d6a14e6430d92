package org.kameng.ui.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;

/** How amounts and times are written. Times are China's, whatever the browser thinks. */
public final class Formats {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZONE);

    private Formats() {}

    public static String money(Money money) {
        long fen = Math.abs(money.fen());
        return (money.isNegative() ? "-¥" : "¥") + String.format(Locale.ROOT, "%,d.%02d", fen / 100, fen % 100);
    }

    public static String moment(@Nullable Instant at) {
        return at == null ? "–" : MOMENT.format(at);
    }

    public static String clock(Instant at) {
        return CLOCK.format(at);
    }

    public static String day(@Nullable LocalDate day) {
        return day == null ? "–" : day.toString();
    }

    /** A length of time in the two largest units that matter. */
    public static String span(Duration span) {
        long seconds = Math.abs(span.toSeconds());
        if (seconds < 60) {
            return Texts.t("span.seconds", seconds);
        }
        if (seconds < 3600) {
            return Texts.t("span.minutes", seconds / 60, seconds % 60);
        }
        return seconds < 86_400
                ? Texts.t("span.hours", seconds / 3600, seconds % 3600 / 60)
                : Texts.t("span.days", seconds / 86_400, seconds % 86_400 / 3600);
    }
}
