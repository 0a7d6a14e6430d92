package org.kameng.domain.shared;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Makes business numbers that nobody can guess: prefix, day in China, 12 characters (60 bits) of Crockford base32. */
public final class Ids {
    private static final char[] CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int RANDOM_CHARS = 12;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyMMdd").withZone(ZoneId.of("Asia/Shanghai"));

    private final Clock clock;
    private final SecureRandom random;

    public Ids(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** For example {@code KM2611220F3K9Q7ZT2WA} for the prefix {@code KM}. */
    public String next(String prefix) {
        if (!prefix.matches("[A-Z]{1,4}")) throw new IllegalArgumentException("prefix: one to four capital letters");
        var bits = random.nextLong();
        var text = new StringBuilder(prefix).append(DAY.format(clock.instant()));
        for (var i = 0; i < RANDOM_CHARS; i++) {
            text.append(CROCKFORD[(int) (bits & 31)]);
            bits >>>= 5;
        }
        return text.toString();
    }

    public UUID uuid() {
        var version4 = (random.nextLong() & ~0xF000L) | 0x4000L;
        var variant2 = (random.nextLong() & ~(0xC0L << 56)) | (0x80L << 56);
        return new UUID(version4, variant2);
    }
}
