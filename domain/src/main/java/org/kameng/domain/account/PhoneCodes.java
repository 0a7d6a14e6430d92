package org.kameng.domain.account;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.Sweep;
import org.kameng.domain.shared.crypto.BlindIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One-time codes: six digits, five minutes, five tries, one at a time per phone and purpose; kept as a keyed hash. */
@Component
class PhoneCodes implements Sweep {
    static final Duration LIFE = Duration.ofMinutes(5);
    static final int MOST_TRIES = 5;

    private static final int CODES = 1_000_000;
    private static final String PUT = """
            insert into phone_code (purpose, phone_index, code_hash, tries, expires_at) values (:purpose, :phone, :hash, 0, :expires)
            on conflict (purpose, phone_index) do update
            set code_hash = excluded.code_hash, tries = 0, expires_at = excluded.expires_at, used_at = null""";
    private static final String TRY = """
            update phone_code set tries = tries + 1
            where purpose = :purpose and phone_index = :phone and used_at is null and expires_at > :now and tries < :most
            returning code_hash""";
    private static final String USE = """
            update phone_code set used_at = :now
            where purpose = :purpose and phone_index = :phone and code_hash = :hash and used_at is null""";
    private static final String FORGET = """
            delete from phone_code where (purpose, phone_index) in
              (select purpose, phone_index from phone_code where expires_at < :now order by expires_at limit :limit)""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random;
    private final BlindIndex index;
    private final People people;

    PhoneCodes(JdbcClient jdbc, Clock clock, SecureRandom random, BlindIndex index, People people) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
        this.index = index;
        this.people = people;
    }

    /** Makes a code, in place of an older one for the same purpose. */
    String issue(Phone phone, CodePurpose purpose) {
        var code = "%06d".formatted(random.nextInt(CODES));
        jdbc.sql(PUT)
                .param("purpose", purpose.name())
                .param("phone", people.indexOf(phone))
                .param("hash", hash(phone, purpose, code))
                .param("expires", SqlTime.of(clock.instant().plus(LIFE)))
                .update();
        return code;
    }

    /** True once for the right code. Each call is a try and stays counted, whatever the caller does next. */
    boolean redeem(Phone phone, CodePurpose purpose, String code) {
        var now = SqlTime.of(clock.instant());
        var phoneIndex = people.indexOf(phone);
        var given = hash(phone, purpose, code.strip());
        var stored = jdbc.sql(TRY)
                .param("purpose", purpose.name())
                .param("phone", phoneIndex)
                .param("now", now)
                .param("most", MOST_TRIES)
                .query((row, n) -> row.getBytes("code_hash"))
                .optional();
        if (!MessageDigest.isEqual(stored.orElse(new byte[0]), given)) return false;
        return jdbc.sql(USE)
                        .param("purpose", purpose.name())
                        .param("phone", phoneIndex)
                        .param("hash", given)
                        .param("now", now)
                        .update()
                == 1;
    }

    @Override
    public String name() {
        return "phone-codes";
    }

    @Override
    public int sweep(int limit) {
        return jdbc.sql(FORGET)
                .param("now", SqlTime.of(clock.instant()))
                .param("limit", limit)
                .update();
    }

    private byte[] hash(Phone phone, CodePurpose purpose, String code) {
        return index.of("phone-code|" + purpose + "|" + phone.digits(), code);
    }
}
