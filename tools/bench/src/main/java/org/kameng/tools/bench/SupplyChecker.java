package org.kameng.tools.bench;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Role;
import org.kameng.domain.vault.CardVault;
import org.kameng.domain.vault.RevealContext;
import org.kameng.tools.simulators.supplier.Digests;

/**
 * The promises about suppliers, asked of three who cannot have agreed on an answer: our database, the suppliers' journals, and
 * the cards that buyers open. An empty answer is a kept promise.
 */
final class SupplyChecker {
    private final Desk desk;
    private final Stalls stalls;

    SupplyChecker(Desk desk, Stalls stalls) {
        this.desk = desk;
        this.stalls = stalls;
    }

    /** Broken promises with up to five culprits each, those of {@link Checker} among them. */
    Map<String, List<String>> broken() {
        var books = SupplyBooks.read(desk.database(), stalls);
        var broken = new LinkedHashMap<>(new Checker(desk.database()).broken());
        broken.putAll(SupplyRules.broken(books));
        lines().forEach((promise, sql) ->
                SupplyRules.add(broken, promise, desk.database().sql(sql).query(String.class).list().stream()));
        SupplyRules.add(broken, "I1 what buyers open is what the supplier sold for their order, once", opened(books));
        return broken;
    }

    private Stream<String> opened(SupplyBooks books) {
        var cards = books.cards();
        var seen = new HashMap<String, String>();
        return desk
                .database()
                .sql("""
                        select i.purchase_no || '#' || i.seq as place, c.id, c.owner_id, l.sku_code, c.order_no from purchase_item i
                        join card c on c.id = i.card_id and c.state = 2
                        join order_line l on l.order_no = c.order_no and l.line = c.line""")
                .query((row, n) -> {
                    var owner = new AccountId(row.getObject("owner_id", UUID.class));
                    var card = desk.service(CardVault.class)
                            .reveal(
                                    new Actor(owner, "load", Set.of(Role.CUSTOMER)),
                                    row.getLong("id"),
                                    new RevealContext("10.0.0.1", "bench", null));
                    var digest = Digests.ofCard(card.number());
                    var place = row.getString("place");
                    var given = cards.get(place);
                    var fits = given != null
                            && given.item().sha256().equals(digest)
                            && given.item().sku().equals(row.getString("sku_code"));
                    return fits && seen.put(digest, place) == null ? "" : row.getString("order_no") + " " + place;
                })
                .list()
                .stream()
                .filter(culprit -> !culprit.isEmpty());
    }

    private static Map<String, String> lines() {
        var all = new LinkedHashMap<String, String>();
        all.put("I2 every paid line ends delivered, refunded, or in an owned task", """
                select l.order_no from orders o join order_line l on l.order_no = o.no where o.paid_at is not null
                and not (o.state in ('DELIVERED', 'REFUNDED') and l.delivered + l.missing = l.quantity)
                and not exists (select from engine.user_task t left join refund r on r.order_no = o.no
                  where t.state = 'CREATED' and t.external_reference in (o.no, r.refund_no)
                  and cardinality(t.candidate_groups) > 0 and t.due_at is not null) limit 5""");
        all.put("I4 what is missing has gone back, and no more", """
                select o.no from orders o join order_line l on l.order_no = o.no where o.state in ('DELIVERED', 'REFUNDED')
                group by o.no, o.refunded_fen having sum(l.missing * l.unit_fen) <> o.refunded_fen
                or o.refunded_fen <> coalesce((select sum(r.amount_fen) from refund r where r.order_no = o.no and r.state in ('SUCCESS', 'SETTLED_BY_HAND')), 0) limit 5""");
        // Cards that a supplier adds to a part within its day, when the line is filled from elsewhere, are the
        // seller's.
        // Of a top-up nothing may come twice.
        all.put("I6 no line was bought for more units than it has", """
                select l.order_no from order_line l join purchase p on p.order_no = l.order_no and p.line = l.line
                group by l.order_no, l.line, l.quantity having sum(p.delivered) > l.quantity
                  or sum(p.delivered + p.to_stock) filter (where p.direct or p.changed_at <= p.ended_at) > l.quantity limit 5""");
        all.put("I10 bad goods raised an alarm, and a task unless the order had ended", """
                select p.purchase_no from purchase p join orders o on o.no = p.order_no where p.state = 'BAD_GOODS'
                and (not exists (select from supplier_alarm a where a.subject = p.purchase_no)
                  or (o.supply_ended_at is null or o.supply_ended_at > p.ended_at) and not exists (select from engine.user_task t
                    where t.external_reference = p.order_no and t.element_id = 'Task_JudgePurchase')) limit 5""");
        return all;
    }
}
