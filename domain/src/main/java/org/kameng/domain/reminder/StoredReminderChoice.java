package org.kameng.domain.reminder;

import java.time.Clock;
import java.util.Map;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class StoredReminderChoice implements ReminderChoice {
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StoredReminderChoice(JdbcClient jdbc, AuditLog audit, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public boolean isOn(Actor person) {
        return jdbc.sql("select not exists (select 1 from card_reminder_off where account_id = :id)")
                .param("id", person.requireAccount().value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void turn(Actor person, boolean on) {
        var account = person.requireAccount();
        transaction.executeWithoutResult(status -> {
            var change = on
                    ? jdbc.sql("delete from card_reminder_off where account_id = :id")
                    : jdbc.sql("""
                            insert into card_reminder_off (account_id, since) values (:id, :now)
                            on conflict (account_id) do nothing""").param("now", SqlTime.of(clock.instant()));
            if (change.param("id", account.value()).update() == 1)
                audit.record(
                        person,
                        on ? "reminders.turned-on" : "reminders.turned-off",
                        "account",
                        account.toString(),
                        Map.of());
        });
    }
}
