package org.kameng.domain.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.Sweep;
import org.kameng.domain.shared.Transactions;
import org.kameng.domain.shared.crypto.BlindIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts failed log-ins by what was typed, one after the other, so that a burst of guesses gets no more than ten answers. */
@Component
class LoginGuard implements Sweep {
    static final int MOST_FAILURES = 10;
    static final Duration LOCK = Duration.ofMinutes(30);

    private static final Duration MEMORY = Duration.ofHours(24);
    private static final String HOLD = """
            insert into login_guard (login_index, failures, last_failure_at) values (:login, 0, :now)
            on conflict (login_index) do update set failures = case
              when login_guard.last_failure_at < :forgotten then 0 else login_guard.failures end
            returning failures, locked_until""";
    private static final String FORGET = """
            delete from login_guard where login_index in
              (select login_index from login_guard where last_failure_at < :forgotten order by last_failure_at limit :limit)""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final BlindIndex index;

    LoginGuard(JdbcClient jdbc, Clock clock, BlindIndex index) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.index = index;
    }

    /**
     * Takes note of one try in the running transaction and holds the log-in until it ends.
     *
     * @return until when the log-in is locked, also for this very try
     */
    Optional<Instant> note(String login, boolean success) {
        Transactions.requireRunning("LoginGuard.note");
        var now = clock.instant();
        var key = key(login);
        var state = jdbc.sql(HOLD)
                .param("login", key)
                .param("now", SqlTime.of(now))
                .param("forgotten", SqlTime.of(now.minus(MEMORY)))
                .query((row, n) -> new State(row.getInt("failures"), SqlTime.find(row, "locked_until")))
                .single();
        if (state.lockedUntil() != null && state.lockedUntil().isAfter(now)) return Optional.of(state.lockedUntil());
        if (success) {
            clear(login);
            return Optional.empty();
        }
        var failures = state.failures() + 1;
        var until = failures >= MOST_FAILURES ? now.plus(LOCK) : null;
        store(key, until == null ? failures : 0, now, until);
        return Optional.ofNullable(until);
    }

    void clear(String login) {
        jdbc.sql("delete from login_guard where login_index = :login")
                .param("login", key(login))
                .update();
    }

    @Override
    public String name() {
        return "login-guard";
    }

    @Override
    public int sweep(int limit) {
        return jdbc.sql(FORGET)
                .param("forgotten", SqlTime.of(clock.instant().minus(MEMORY)))
                .param("limit", limit)
                .update();
    }

    private void store(byte[] key, int failures, Instant now, @Nullable Instant until) {
        OffsetDateTime lockedUntil = until == null ? null : SqlTime.of(until);
        jdbc.sql(
                        "update login_guard set failures = :failures, last_failure_at = :now, locked_until = cast(:until as timestamptz)"
                                + " where login_index = :login")
                .param("failures", failures)
                .param("now", SqlTime.of(now))
                .param("until", lockedUntil)
                .param("login", key)
                .update();
    }

    private byte[] key(String login) {
        return index.of("login", login);
    }

    private record State(int failures, @Nullable Instant lockedUntil) {}
}
