package org.kameng.domain.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.kameng.domain.account.GuestRules;
import org.kameng.domain.account.SmsOutbox;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.order.BuyerLinks;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.shared.Sweep;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds owners 30, 7 and 1 days before their cards expire: one message per owner and day of expiry, never in the quiet hours. */
@Component
class ExpirySweep implements Sweep {
    private static final Actor REMINDER = Actor.system("expiry-reminder");

    private final ReminderTable table;
    private final SmsOutbox sms;
    private final BuyerLinks links;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExpirySweep(
            ReminderTable table,
            SmsOutbox sms,
            BuyerLinks links,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.table = table;
        this.sms = sms;
        this.links = links;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "expiry-reminders";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public int sweep(int limit) {
        // What falls due at night waits for the morning: the words are made then, so that "in 6 days" is true when it
        // is read.
        if (ReminderRules.isQuiet(clock.instant())) return 0;
        var today = ShopTime.today(clock);
        var due = table.due(today, ShopTime.ZONE.getId(), clock.instant().minus(GuestRules.SAME_OWNER), limit);
        due.forEach(reminder -> transaction.executeWithoutResult(status -> remind(reminder, today)));
        return due.size();
    }

    private void remind(DueReminder reminder, LocalDate today) {
        if (!table.given(reminder, clock.instant())) return;
        links.toExpiring(reminder.buyer(), reminder.order(), reminder.id())
                .ifPresent(link -> sms.toAccount(
                        reminder.owner(),
                        reminder.id(),
                        "cards-expire",
                        Map.of(
                                "name", reminder.name(),
                                "cards", String.valueOf(reminder.cards()),
                                "date", reminder.expiresOn().toString(),
                                "days", String.valueOf(ChronoUnit.DAYS.between(today, reminder.expiresOn())),
                                "link", link)));
        audit.record(
                REMINDER,
                "cards.expiry-reminded",
                "account",
                reminder.owner().toString(),
                Map.of(
                        "expiresOn", reminder.expiresOn().toString(),
                        "daysBefore", reminder.daysBefore(),
                        "cards", reminder.cards()));
    }
}
