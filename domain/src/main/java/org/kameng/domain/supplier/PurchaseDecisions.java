package org.kameng.domain.supplier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.supplier.PurchaseDecision.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decisions about purchases as rows; at most one of a purchase waits for a second person. */
@Component
class PurchaseDecisions {
    private static final int LATEST = 50;

    private final JdbcClient jdbc;

    PurchaseDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long propose(String purchaseNo, PurchasePreview seen, Actor by, String reason, Instant at) {
        return insert(purchaseNo, seen, by, reason, State.PROPOSED, null, at);
    }

    long done(String purchaseNo, PurchasePreview seen, Actor by, String reason, Instant at) {
        return insert(purchaseNo, seen, by, reason, State.DONE, by, at);
    }

    private long insert(
            String purchaseNo,
            PurchasePreview seen,
            Actor by,
            String reason,
            State state,
            @Nullable Actor decided,
            Instant at) {
        return jdbc.sql("""
                        insert into purchase_decision (purchase_no, act, token, reason, at_stake_fen, state, proposed_by, proposed_name,
                          proposed_at, decided_by, decided_name, decided_at)
                        values (:purchase, :act, :token, :reason, :stake, :state, :by, :name, :at, :decidedBy, :decidedName, :decidedAt)
                        returning id""")
                .param("purchase", purchaseNo)
                .param("act", seen.act().name())
                .param("token", seen.token())
                .param("reason", reason)
                .param("stake", seen.atStake().fen())
                .param("state", state.name())
                .param("by", by.requireAccount().value())
                .param("name", by.name())
                .param("at", SqlTime.of(at))
                .param(
                        "decidedBy",
                        decided == null ? null : decided.requireAccount().value())
                .param("decidedName", decided == null ? null : decided.name())
                .param("decidedAt", decided == null ? null : SqlTime.of(at))
                .query(Long.class)
                .single();
    }

    void decide(long id, State state, Actor by, @Nullable String reason, Instant at) {
        jdbc.sql("""
                update purchase_decision set state = :state, decided_by = :by, decided_name = :name, decided_reason = :reason,
                  decided_at = :at where id = :id and state = 'PROPOSED'""")
                .param("state", state.name())
                .param("by", by.account() == null ? null : by.requireAccount().value())
                .param("name", by.name())
                .param("reason", reason)
                .param("at", SqlTime.of(at))
                .param("id", id)
                .update();
    }

    Optional<PurchaseDecision> find(long id) {
        return jdbc.sql("select * from purchase_decision where id = :id")
                .param("id", id)
                .query((row, n) -> decision(row))
                .optional();
    }

    Optional<PurchaseDecision> standing(String purchaseNo) {
        return jdbc.sql("select * from purchase_decision where purchase_no = :no and state = 'PROPOSED'")
                .param("no", purchaseNo)
                .query((row, n) -> decision(row))
                .optional();
    }

    /** The same decision of the same person on the same state, made before. */
    boolean isDone(String purchaseNo, DeskAct act, String token, Actor by) {
        return jdbc.sql("""
                        select exists (select 1 from purchase_decision where purchase_no = :no and act = :act and token = :token
                          and proposed_by = :by and state = 'DONE')""")
                .param("no", purchaseNo)
                .param("act", act.name())
                .param("token", token)
                .param("by", by.requireAccount().value())
                .query(Boolean.class)
                .single();
    }

    /** Newest first. */
    List<PurchaseDecision> of(String purchaseNo) {
        return jdbc.sql("select * from purchase_decision where purchase_no = :no order by id desc limit :limit")
                .param("no", purchaseNo)
                .param("limit", LATEST)
                .query((row, n) -> decision(row))
                .list();
    }

    private static PurchaseDecision decision(ResultSet row) throws SQLException {
        var decidedBy = row.getObject("decided_by", UUID.class);
        return new PurchaseDecision(
                row.getLong("id"),
                row.getString("purchase_no"),
                DeskAct.valueOf(row.getString("act")),
                row.getString("token"),
                row.getString("reason"),
                Money.ofFen(row.getLong("at_stake_fen")),
                State.valueOf(row.getString("state")),
                new AccountId(row.getObject("proposed_by", UUID.class)),
                row.getString("proposed_name"),
                SqlTime.get(row, "proposed_at"),
                decidedBy == null ? null : new AccountId(decidedBy),
                row.getString("decided_name"),
                row.getString("decided_reason"),
                SqlTime.find(row, "decided_at"));
    }
}
