package org.kameng.tools.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The promises of the house as questions to its database; each question lists what breaks the promise, so an empty
 * answer is a kept one. Nothing is asked of the application.
 */
final class Checker {

    private static final Map<String, String> QUESTIONS = questions();

    private final JdbcClient database;

    Checker(JdbcClient database) {
        this.database = database;
    }

    /** Broken promises with up to five culprits each; empty when all are kept. */
    Map<String, List<String>> broken() {
        var broken = new LinkedHashMap<String, List<String>>();
        QUESTIONS.forEach((promise, question) -> {
            var culprits =
                    database.sql(question + " limit 5").query(String.class).list();
            if (!culprits.isEmpty()) {
                broken.put(promise, culprits);
            }
        });
        return broken;
    }

    /** Orders that still wait for something; zero after all work has drained. */
    int unfinished() {
        return database.sql("select count(*) from orders where state in ('AWAITING_PAYMENT', 'PAID', 'REFUNDING')")
                .query(Integer.class)
                .single();
    }

    private static Map<String, String> questions() {
        var all = new LinkedHashMap<String, String>();
        all.put("I1 no card goes to two order lines, and a delivered line holds exactly its cards", """
                select l.order_no from order_line l join sku s on s.code = l.sku_code and s.kind = 'CARD'
                left join card c on c.order_no = l.order_no and c.line = l.line and c.state = 2
                group by l.order_no, l.line, l.delivered having count(c.id) <> l.delivered""");
        all.put(
                "I1 no secret is in stock twice",
                "select min(card_id)::text from card_secret group by blind_index having count(*) > 1");
        all.put("I2 a paid order ends delivered, refunded, or with a person", """
                select o.no from orders o where o.paid_at is not null and o.state not in ('DELIVERED', 'REFUNDED')
                and not exists (select from engine.user_task t where t.external_reference = o.no and t.state = 'CREATED')
                and not exists (select from refund r join engine.user_task t on t.external_reference = r.refund_no and t.state = 'CREATED'
                  where r.order_no = o.no)""");
        all.put("I2 no order is both delivered in full and refunded in full", """
                select o.no from orders o join order_line l on l.order_no = o.no
                where o.refunded_fen = o.amount_fen group by o.no having sum(l.delivered) > 0""");
        all.put("I3 nothing is delivered unpaid", """
                select c.order_no from card c where c.state = 2
                and not exists (select from payment_inbox i where i.order_no = c.order_no and i.receipt = 'CONFIRMED')""");
        all.put("I8 every order has its audit row", """
                select o.no from orders o where not exists
                (select from audit_event a where a.subject_no = o.no and a.what = 'order.placed')""");
        all.put("I12 no order walks backwards", """
                select no from orders where delivered_at < paid_at or paid_at < placed_at
                or (closed_at is not null and paid_at is not null)""");
        all.putAll(money());
        all.putAll(purchases());
        return all;
    }

    private static Map<String, String> money() {
        var all = new LinkedHashMap<String, String>();
        all.put("I4 refunds stay within the payment", """
                select i.transaction_id from payment_inbox i join refund r using (channel, transaction_id)
                group by i.transaction_id, i.amount_fen having sum(r.amount_fen) > i.amount_fen""");
        all.put("I4 a late or double payment goes back", """
                select i.transaction_id from payment_inbox i where i.receipt in ('LATE', 'DOUBLE')
                and not exists (select from refund r where (r.channel, r.transaction_id) = (i.channel, i.transaction_id))""");
        all.put(
                "I5 every transfer sums to zero",
                "select transfer_id from ledger_entry group by transfer_id, currency having sum(amount) <> 0");
        all.put("I5 what is paid through a channel and not given back is in the ledger", """
                select c.channel from (values ('WECHAT', 'CHANNEL_WX'), ('ALIPAY', 'CHANNEL_ALI')) c (channel, account)
                where (select coalesce(sum(amount), 0) from ledger_entry e where e.account = c.account) <>
                (select coalesce(sum(amount_fen), 0) from payment_inbox i where i.channel = c.channel) - (select coalesce(sum(amount_fen), 0) from refund r where r.channel = c.channel and r.state = 'SUCCESS')""");
        return all;
    }

    private static Map<String, String> purchases() {
        var all = new LinkedHashMap<String, String>();
        all.put("I6 what a purchase brought is its cards, and no order got more than was bought", """
                select p.purchase_no from purchase p left join purchase_item i on i.purchase_no = p.purchase_no and i.card_id is not null
                where not p.direct group by p.purchase_no having count(i.card_id) <> p.delivered + p.to_stock
                union all select l.order_no from order_line l join purchase p on p.order_no = l.order_no and p.line = l.line
                group by l.order_no, l.line, l.delivered having sum(p.delivered) > l.delivered""");
        all.put(
                "I6 no purchase was accepted above its limit",
                "select purchase_no from purchase where cost_fen > max_cost_fen and state <> 'BAD_GOODS'");
        return all;
    }
}
