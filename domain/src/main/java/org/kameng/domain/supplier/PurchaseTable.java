package org.kameng.domain.supplier;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Purchases to be changed. The order is locked before its purchases, as everywhere. */
@Component
class PurchaseTable {
    private final EntityManager entities;
    private final JdbcClient jdbc;

    PurchaseTable(EntityManager entities, JdbcClient jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    OrderNo orderOf(String purchaseNo) {
        return jdbc.sql("select order_no from purchase where purchase_no = :no")
                .param("no", purchaseNo)
                .query((row, n) -> new OrderNo(row.getString("order_no")))
                .optional()
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
    }

    Purchase require(String purchaseNo) {
        var purchase = entities.find(Purchase.class, new PurchaseNo(purchaseNo), LockModeType.PESSIMISTIC_WRITE);
        if (purchase == null) throw new DomainException(ErrorCode.NOT_FOUND);
        return purchase;
    }

    /** The same without a lock, for pages. */
    Purchase read(String purchaseNo) {
        var purchase = entities.find(Purchase.class, new PurchaseNo(purchaseNo));
        if (purchase == null) throw new DomainException(ErrorCode.NOT_FOUND);
        return purchase;
    }

    /** Oldest first. */
    List<Purchase> of(OrderNo order, int line) {
        return entities.createQuery(
                        "select p from Purchase p where p.order = :order and p.terms.line = :line order by p.intendedAt, p.no.value",
                        Purchase.class)
                .setParameter("order", order)
                .setParameter("line", line)
                .setMaxResults(100)
                .getResultList();
    }

    /** Written at once: what comes after in the same transaction is plain SQL that refers to it. */
    void add(Purchase purchase) {
        entities.persist(purchase);
        entities.flush();
    }

    /** What was changed is seen by the plain SQL that comes after. */
    void flush() {
        entities.flush();
    }

    /** Whom to ask now. Taking one is its lease: what then fails is not asked again at once, so that it keeps no other waiting. */
    List<String> overdue(Instant before, Instant now, int limit) {
        return jdbc.sql("""
                with due as materialized (
                  select purchase_no from (
                    select p.purchase_no, p.ask_at from purchase p join orders o on o.no = p.order_no
                    where p.ask_at < :before and (
                      p.state in ('PROCESSING', 'UNKNOWN') or p.state = 'INTENDED' and o.supply_end is not null
                      or p.state = 'PARTIAL' and p.ended_at > :day)
                    union all select purchase_no, ask_at from purchase_doubt where ask_at < :before) due
                  where not exists (
                    select from purchase_question q where q.purchase_no = due.purchase_no and q.leased_until > :now)
                  group by purchase_no order by min(ask_at) limit :limit)
                insert into purchase_question (purchase_no, leased_until) select purchase_no, :until from due
                on conflict (purchase_no) do update set leased_until = excluded.leased_until returning purchase_no""")
                .param("before", SqlTime.of(before))
                .param("day", SqlTime.of(before.minus(PurchaseRules.REST_MAY_COME)))
                .param("now", SqlTime.of(now))
                .param("until", SqlTime.of(now.plus(PurchaseRules.ASK_LEASE)))
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    void answered(String purchaseNo) {
        jdbc.sql("delete from purchase_question where purchase_no = :no")
                .param("no", purchaseNo)
                .update();
    }

    /**
     * Units of a top-up that a charge pays for. KSP/1 counts what was done and is believed without; the other protocols know no
     * state for a part, so that only the charge tells it, at the price that stood when the purchase was intended.
     */
    int unitsPaidFor(Purchase purchase, Money charge) {
        var counts = jdbc.sql("select protocol = 'KSP' from supplier where id = :id")
                .param("id", purchase.supplier().value())
                .query(Boolean.class)
                .single();
        return counts ? purchase.terms().quantity() : purchase.terms().unitsPaidFor(charge);
    }

    /** Items of a purchase that were taken in or kept back before. */
    Set<Integer> items(Purchase purchase) {
        return Set.copyOf(jdbc.sql("select seq from purchase_item where purchase_no = :no")
                .param("no", purchase.no().value())
                .query(Integer.class)
                .list());
    }

    void addItem(Purchase purchase, int seq, @Nullable Long card, @Nullable BadGoods fault) {
        jdbc.sql("insert into purchase_item (purchase_no, seq, card_id, fault) values (:no, :seq, :card, :fault)")
                .param("no", purchase.no().value())
                .param("seq", seq)
                .param("card", card)
                .param("fault", fault == null ? null : fault.name())
                .update();
    }
}
