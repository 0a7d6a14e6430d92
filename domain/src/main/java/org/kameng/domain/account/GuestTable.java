package org.kameng.domain.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of guests beside their accounts. */
@Component
class GuestTable {
    private final JdbcClient jdbc;

    GuestTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One at a time per phone: two entries at once must find the same guest. */
    void lock(byte[] phoneIndex) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('guest|' || encode(:phone, 'hex'), 0))")
                .param("phone", phoneIndex)
                .query((row, n) -> n)
                .list();
    }

    /** Of these guests, those nobody adopted whose phone was proven after the given moment; the latest first. */
    List<AccountId> provenSince(List<AccountId> guests, Instant since) {
        return jdbc.sql("""
                select account_id from guest where account_id = any(:ids) and adopted_by is null and proven_at > :since
                order by proven_at desc limit 100""")
                .param("ids", ids(guests))
                .param("since", SqlTime.of(since))
                .query((row, n) -> new AccountId(row.getObject("account_id", UUID.class)))
                .list();
    }

    void proven(AccountId guest, String consentVersion, Instant at) {
        jdbc.sql("""
                insert into guest (account_id, proven_at, consent_version, consent_at) values (:id, :at, :consent, :at)
                on conflict (account_id) do update set proven_at = excluded.proven_at,
                  consent_at = case when guest.consent_version = excluded.consent_version then guest.consent_at
                    else excluded.consent_at end,
                  consent_version = excluded.consent_version""")
                .param("id", guest.value())
                .param("at", SqlTime.of(at))
                .param("consent", consentVersion)
                .update();
    }

    void provenAgain(AccountId guest, Instant at) {
        jdbc.sql("update guest set proven_at = :at where account_id = :id")
                .param("at", SqlTime.of(at))
                .param("id", guest.value())
                .update();
    }

    void adopted(AccountId guest, AccountId by, Instant at) {
        jdbc.sql("update guest set adopted_by = :by, adopted_at = :at where account_id = :id and adopted_by is null")
                .param("by", by.value())
                .param("at", SqlTime.of(at))
                .param("id", guest.value())
                .update();
    }

    Optional<Boolean> isAdopted(AccountId guest) {
        return jdbc.sql("select adopted_by is not null from guest where account_id = :id")
                .param("id", guest.value())
                .query(Boolean.class)
                .optional();
    }

    Set<AccountId> adoptedBy(AccountId account) {
        return jdbc
                .sql("select account_id from guest where adopted_by = :by limit 1000")
                .param("by", account.value())
                .query((row, n) -> new AccountId(row.getObject("account_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private static UUID[] ids(List<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).toArray(UUID[]::new);
    }
}
