package org.kameng.domain.account;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.crypto.BlindIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One-time codes in two halves of 50 bits each, so that no single administrator can open a colleague's account. */
@Component
class StaffCodes {
    private static final Duration LIFE = Duration.ofDays(7);
    private static final char[] CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int CHARS = 10;

    private final JdbcClient jdbc;
    private final SecureRandom random;
    private final BlindIndex index;
    private final Clock clock;

    StaffCodes(JdbcClient jdbc, SecureRandom random, BlindIndex index, Clock clock) {
        this.jdbc = jdbc;
        this.random = random;
        this.index = index;
        this.clock = clock;
    }

    String half() {
        var text = new StringBuilder(CHARS);
        for (var i = 0; i < CHARS; i++) text.append(CROCKFORD[random.nextInt(CROCKFORD.length)]);
        return text.toString();
    }

    byte[] hash(AccountId account, String half) {
        return index.of("staff-code|" + account, half.strip().toUpperCase(Locale.ROOT));
    }

    /** In place of an older code of the account. */
    void open(AccountId account, byte[] firstHash, byte[] secondHash) {
        jdbc.sql("""
                insert into staff_activation (account_id, first_hash, second_hash, expires_at) values (:account, :first, :second, :expires)
                on conflict (account_id) do update set first_hash = excluded.first_hash, second_hash = excluded.second_hash,
                  expires_at = excluded.expires_at""")
                .param("account", account.value())
                .param("first", firstHash)
                .param("second", secondHash)
                .param("expires", SqlTime.of(clock.instant().plus(LIFE)))
                .update();
    }

    boolean matches(AccountId account, String firstHalf, String secondHalf) {
        return stored(account)
                .map(code -> MessageDigest.isEqual(code.first(), hash(account, firstHalf))
                        & MessageDigest.isEqual(code.second(), hash(account, secondHalf)))
                .orElse(false);
    }

    /** True for one of several who come with the same code. */
    boolean use(AccountId account) {
        return jdbc.sql("delete from staff_activation where account_id = :account")
                        .param("account", account.value())
                        .update()
                == 1;
    }

    private Optional<Halves> stored(AccountId account) {
        return jdbc.sql(
                        "select first_hash, second_hash from staff_activation where account_id = :account and expires_at > :now")
                .param("account", account.value())
                .param("now", SqlTime.of(clock.instant()))
                .query((row, n) -> new Halves(row.getBytes("first_hash"), row.getBytes("second_hash")))
                .optional();
    }

    @SuppressWarnings("ArrayRecordComponent") // compared in constant time, never by equals
    private record Halves(byte[] first, byte[] second) {}
}
