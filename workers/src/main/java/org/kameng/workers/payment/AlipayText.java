package org.kameng.workers.payment;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;

/** Amounts in yuan and times of China, as Alipay writes them. */
final class AlipayText {
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Pattern YUAN = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");

    private AlipayText() {}

    static String yuan(Money amount) {
        if (!amount.currency().equals(Money.CNY)) {
            throw new IllegalArgumentException("Alipay is asked for yuan only");
        }
        return BigDecimal.valueOf(amount.fen(), 2).toPlainString();
    }

    /** Null for what is no amount in yuan. */
    static @Nullable Money money(@Nullable String yuan) {
        return yuan != null && YUAN.matcher(yuan).matches()
                ? Money.ofFen(new BigDecimal(yuan).movePointRight(2).longValueExact())
                : null;
    }

    static String time(Instant at) {
        return TIME.format(at.atOffset(CHINA));
    }

    /** Null for what is no time. */
    static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : LocalDateTime.parse(text, TIME).toInstant(CHINA);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
