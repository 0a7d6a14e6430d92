package org.kameng.domain.ledger;

import java.time.Clock;
import java.util.List;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

@Service
class SqlLedger implements Ledger {
    // Entries of a transfer that is there already find no new transfer to belong to.
    private static final String POST = """
            with new as (insert into ledger_transfer (id, kind, order_no, posted_at) values (:id, :kind, :order, :at)
              on conflict (id) do nothing returning id)
            insert into ledger_entry (transfer_id, account, amount, currency)
            select new.id, account, amount, 'CNY'
            from new, unnest(cast(:accounts as text[]), cast(:amounts as bigint[])) as e(account, amount)""";

    private final JdbcClient jdbc;
    private final Clock clock;

    SqlLedger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean post(Transfer transfer) {
        Transactions.requireRunning("Ledger.post");
        var entries = transfer.entries();
        return jdbc.sql(POST)
                        .param("id", transfer.id())
                        .param("kind", transfer.kind())
                        .param("order", transfer.order().value())
                        .param("at", SqlTime.of(clock.instant()))
                        .param("accounts", entries.stream().map(Entry::account).toArray(String[]::new))
                        .param("amounts", entries.stream().map(Entry::fen).toArray(Long[]::new))
                        .update()
                > 0;
    }

    @Override
    public List<EntryRow> ofOrder(Actor staff, OrderNo no) {
        staff.require(Role.FINANCE, Role.SUPPORT_AGENT, Role.AUDITOR);
        return jdbc.sql("""
                select t.id, t.kind, e.account, e.amount, e.currency, t.posted_at
                from ledger_transfer t join ledger_entry e on e.transfer_id = t.id
                where t.order_no = :no order by t.posted_at, e.id limit 500""")
                .param("no", no.value())
                .query((row, n) -> new EntryRow(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getString("account"),
                        new Money(row.getLong("amount"), row.getString("currency")),
                        SqlTime.get(row, "posted_at")))
                .list();
    }

    @Override
    public Money sum() {
        return Money.ofFen(jdbc.sql("select coalesce(sum(amount), 0) from ledger_entry where currency = 'CNY'")
                .query(Long.class)
                .single());
    }

    @Override
    public Money balance(String account) {
        return Money.ofFen(jdbc.sql(
                        "select coalesce(sum(amount), 0) from ledger_entry where account = :account and currency = 'CNY'")
                .param("account", account)
                .query(Long.class)
                .single());
    }
}
