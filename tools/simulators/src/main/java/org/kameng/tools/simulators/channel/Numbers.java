package org.kameng.tools.simulators.channel;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** The numbers that channels draw. */
public final class Numbers {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.ofHours(8));
    private static final SecureRandom RANDOM = new SecureRandom();

    private Numbers() {}

    /** The day in China as eight digits. */
    public static String day(Instant at) {
        return DAY.format(at);
    }

    public static String digits(int count) {
        var text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + RANDOM.nextInt(10)));
        }
        return text.toString();
    }

    public static String hex(int characters) {
        var random = new byte[characters / 2];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
