package org.kameng.domain.account;

import java.time.Clock;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words about the phone number: which are in force, and who agreed to which when. */
@Component
class Consents {
    private final JdbcClient jdbc;
    private final Clock clock;

    Consents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    PhoneConsent now() {
        return jdbc.sql(
                        "select version, zh, en from phone_consent_text where effective_at <= :at order by effective_at desc limit 1")
                .param("at", SqlTime.of(clock.instant()))
                .query((row, n) -> new PhoneConsent(row.getString("version"), row.getString("zh"), row.getString("en")))
                .single();
    }

    /** Refuses words that were never shown or are no longer in force. */
    void require(String version) {
        if (!version.equals(now().version())) throw new DomainException(ErrorCode.CONSENT_NEEDED);
    }

    void given(AccountId by, String version) {
        jdbc.sql("insert into account_consent (account_id, version, given_at) values (:id, :version, :at)")
                .param("id", by.value())
                .param("version", version)
                .param("at", SqlTime.of(clock.instant()))
                .update();
    }
}
