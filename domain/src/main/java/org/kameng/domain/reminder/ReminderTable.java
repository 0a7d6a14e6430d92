package org.kameng.domain.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which reminders are due, and which were given. */
@Component
class ReminderTable {
    // A card falls into the nearest distance it has reached, so that days without a sweep lose no reminder and nobody
    // gets two
    // at once; what was bought within that distance is not reminded of at once. A card that was seen may have been
    // used: it is
    // mentioned on the last day only. A guest's phone may be somebody else's by now: that person must not get the link.
    private static final String DUE = """
            select coalesce(g.adopted_by, c.owner_id) as owner, (array_agg(c.owner_id order by c.id))[1] as buyer,
              (array_agg(c.order_no order by c.id))[1] as order_no, (array_agg(s.name_zh order by c.id))[1] as name,
              c.expires_on, d.days, count(*) as cards
            from (values (:last, :today, :inLast), (:second, :inLast + 1, :inSecond), (:first, :inSecond + 1, :inFirst))
                as d(days, begins, ends)
              join card c on c.state = 2 and c.expires_on < 'infinity' and c.expires_on between d.begins and d.ends
                and c.delivered_at < (c.expires_on - d.days)::timestamp at time zone :zone
              join offer o on o.id = c.offer_id join sku s on s.code = o.sku_code
              left join guest g on g.account_id = c.owner_id
              left join card_first_reveal r on r.card_id = c.id
            where (d.days = :last or r.card_id is null)
              and (g.account_id is null or g.adopted_by is not null or g.proven_at > :proven)
              and not exists (select 1 from card_reminder m where m.owner_id = coalesce(g.adopted_by, c.owner_id)
                and m.expires_on = c.expires_on and m.days_before = d.days)
              and not exists (select 1 from card_reminder_off x where x.account_id = coalesce(g.adopted_by, c.owner_id))
            group by coalesce(g.adopted_by, c.owner_id), c.expires_on, d.days
            order by c.expires_on, 1 limit :limit""";

    private final JdbcClient jdbc;

    ReminderTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever proved a phone before {@code proven} and has no account is not reminded. */
    List<DueReminder> due(LocalDate today, String zone, Instant proven, int limit) {
        return jdbc.sql(DUE)
                .param("today", today)
                .param("last", ReminderRules.LAST)
                .param("inLast", today.plusDays(ReminderRules.LAST))
                .param("second", ReminderRules.SECOND)
                .param("inSecond", today.plusDays(ReminderRules.SECOND))
                .param("first", ReminderRules.FIRST)
                .param("inFirst", today.plusDays(ReminderRules.FIRST))
                .param("zone", zone)
                .param("proven", SqlTime.of(proven))
                .param("limit", limit)
                .query((row, n) -> new DueReminder(
                        new AccountId(row.getObject("owner", UUID.class)),
                        new AccountId(row.getObject("buyer", UUID.class)),
                        new OrderNo(row.getString("order_no")),
                        row.getString("name"),
                        row.getObject("expires_on", LocalDate.class),
                        row.getInt("days"),
                        row.getInt("cards")))
                .list();
    }

    /** False when it was given before. */
    boolean given(DueReminder reminder, Instant at) {
        return jdbc.sql("""
                        insert into card_reminder (owner_id, expires_on, days_before, cards, reminded_at)
                        values (:owner, :expires, :days, :cards, :at) on conflict do nothing""")
                        .param("owner", reminder.owner().value())
                        .param("expires", reminder.expiresOn())
                        .param("days", reminder.daysBefore())
                        .param("cards", reminder.cards())
                        .param("at", SqlTime.of(at))
                        .update()
                == 1;
    }
}
