package org.kameng.domain.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Proposals and what became of them; one open proposal per log-in. */
@Component
class StaffChanges {
    private final JdbcClient jdbc;

    StaffChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when another proposal for the log-in is open. */
    Optional<Long> add(StaffChange change, byte @Nullable [] firstHash) {
        return jdbc.sql("""
                insert into staff_change (kind, account_id, login, display_name, roles, first_hash, reason, proposed_by, proposer,
                  proposed_at, state)
                values (:kind, :account, :login, :name, :roles::text[], :first, :reason, :by, :proposer, :at, 'OPEN')
                on conflict (login) where state = 'OPEN' do nothing returning no""")
                .param("kind", change.kind().name())
                .param("account", change.account().value())
                .param("login", change.login())
                .param("name", change.displayName())
                .param("roles", change.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                .param("first", firstHash)
                .param("reason", change.reason())
                .param("by", change.proposedBy().value())
                .param("proposer", change.proposer())
                .param("at", SqlTime.of(change.proposedAt()))
                .query(Long.class)
                .optional();
    }

    /** The open proposal, locked: of two who decide at once one finds it gone. */
    Optional<Open> lock(long no) {
        return jdbc.sql("select * from staff_change where no = :no and state = 'OPEN' for update")
                .param("no", no)
                .query((row, n) -> new Open(change(row), row.getBytes("first_hash")))
                .optional();
    }

    Optional<StaffChange> find(long no) {
        return jdbc.sql("select * from staff_change where no = :no and state = 'OPEN'")
                .param("no", no)
                .query((row, n) -> change(row))
                .optional();
    }

    void close(long no, String state, Actor by, Instant at) {
        jdbc.sql("update staff_change set state = :state, decided_by = :by, decided_at = :at where no = :no")
                .param("state", state)
                .param("by", by.requireAccount().value())
                .param("at", SqlTime.of(at))
                .param("no", no)
                .update();
    }

    /** What this person proposed and nobody has decided yet; answers how many. */
    int withdrawAllOf(AccountId proposer, Actor by, Instant at) {
        return jdbc.sql("""
                        update staff_change set state = 'WITHDRAWN', decided_by = :by, decided_at = :at
                        where proposed_by = :proposer and state = 'OPEN'""")
                .param("by", by.requireAccount().value())
                .param("at", SqlTime.of(at))
                .param("proposer", proposer.value())
                .update();
    }

    List<StaffChange> open(PageRequest page) {
        return jdbc.sql(
                        "select * from staff_change where state = 'OPEN' order by proposed_at, no offset :offset limit :limit")
                .param("offset", page.offset())
                .param("limit", page.limitPlusOne())
                .query((row, n) -> change(row))
                .list();
    }

    private static StaffChange change(ResultSet row) throws SQLException {
        var roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new StaffChange(
                row.getLong("no"),
                StaffChange.Kind.valueOf(row.getString("kind")),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("login"),
                row.getString("display_name"),
                roles,
                row.getString("reason"),
                new AccountId(row.getObject("proposed_by", UUID.class)),
                row.getString("proposer"),
                SqlTime.get(row, "proposed_at"));
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Open(StaffChange change, byte @Nullable [] firstHash) {}
}
