package org.kameng.domain.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.Sweep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links at rest: 256 random bits of which only the hash is kept, one per order and occasion, good for half a year. */
@Component
class OrderLinkTable implements Sweep {
    static final Duration LIFE = Duration.ofDays(180);
    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final SecureRandom random;
    private final Clock clock;

    OrderLinkTable(JdbcClient jdbc, SecureRandom random, Clock clock) {
        this.jdbc = jdbc;
        this.random = random;
        this.clock = clock;
    }

    /** A new token; empty when the occasion has its link, which was queued with its message in one transaction. */
    Optional<String> make(OrderNo no, String occasion) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        var made = jdbc.sql("""
                insert into order_link (token_hash, order_no, occasion, created_at, expires_at)
                values (:hash, :no, :occasion, :now, :expires)
                on conflict (order_no, occasion) do nothing""")
                .param("hash", hash(token))
                .param("no", no.value())
                .param("occasion", occasion)
                .param("now", SqlTime.of(now))
                .param("expires", SqlTime.of(now.plus(LIFE)))
                .update();
        return made == 1 ? Optional.of(token) : Optional.empty();
    }

    Optional<OrderNo> find(String token) {
        return jdbc.sql("select order_no from order_link where token_hash = :hash and expires_at > :now")
                .param("hash", hash(token))
                .param("now", SqlTime.of(clock.instant()))
                .query((row, n) -> new OrderNo(row.getString("order_no")))
                .optional();
    }

    @Override
    public String name() {
        return "order-links";
    }

    @Override
    public int sweep(int limit) {
        return jdbc.sql("""
                delete from order_link where token_hash in
                  (select token_hash from order_link where expires_at < :now order by expires_at limit :limit)""")
                .param("now", SqlTime.of(clock.instant()))
                .param("limit", limit)
                .update();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("no SHA-256", impossible);
        }
    }
}
