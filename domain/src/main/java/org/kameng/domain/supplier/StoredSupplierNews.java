package org.kameng.domain.supplier;

import java.time.Clock;
import java.util.Map;
import org.kameng.domain.outbox.Outbox;
import org.kameng.domain.outbox.OutboxMessage;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredSupplierNews implements SupplierNews {
    private final JdbcClient jdbc;
    private final Doubts doubts;
    private final SupplierAlarms alarms;
    private final Outbox outbox;
    private final Clock clock;

    StoredSupplierNews(JdbcClient jdbc, Doubts doubts, SupplierAlarms alarms, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.doubts = doubts;
        this.alarms = alarms;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    @Transactional
    public boolean orderChanged(SupplierId supplier, String eventId, String purchaseNo) {
        if (!isNew(supplier, eventId, "ORDER", purchaseNo)) return false;
        // Only the supplier that was asked may speak of a purchase; and an end needs no further question.
        var orderNo = jdbc.sql("""
                        select order_no from purchase
                        where purchase_no = :no and supplier_id = :supplier and ended_at is null""")
                .param("no", purchaseNo)
                .param("supplier", supplier.value())
                .query(String.class)
                .optional();
        due(supplier, purchaseNo);
        doubts.raise(supplier, purchaseNo);
        orderNo.ifPresent(order -> outbox.add(new OutboxMessage(
                PurchaseTopics.CHANGED,
                purchaseNo,
                "purchase-changed:" + supplier + ":" + eventId,
                Map.of("purchaseNo", purchaseNo, "orderNo", order))));
        return true;
    }

    @Override
    @Transactional
    public boolean productChanged(SupplierId supplier, String eventId, String supplierSku) {
        if (!isNew(supplier, eventId, "PRODUCT", supplierSku)) return false;
        jdbc.sql("update source set refresh_at = :now where supplier_id = :supplier and supplier_sku = :sku")
                .param("now", SqlTime.of(clock.instant()))
                .param("supplier", supplier.value())
                .param("sku", supplierSku)
                .update();
        return true;
    }

    @Override
    @Transactional
    public void refused(Protocol protocol, String why, byte[] bodySha256, String remoteIp) {
        alarms.refusedPush(protocol, why, bodySha256, remoteIp);
    }

    // Should no process wait for it, the sweep asks; also for the rest of what came in part.
    private void due(SupplierId supplier, String purchaseNo) {
        jdbc.sql("""
                update purchase set ask_at = :now, version = version + 1
                where purchase_no = :no and supplier_id = :supplier and ask_at > :now and (ended_at is null or state = 'PARTIAL')""")
                .param("now", SqlTime.of(clock.instant()))
                .param("no", purchaseNo)
                .param("supplier", supplier.value())
                .update();
    }

    private boolean isNew(SupplierId supplier, String eventId, String kind, String subject) {
        return jdbc.sql("""
                        insert into supplier_event (supplier_id, event_id, kind, subject, received_at)
                        values (:supplier, :event, :kind, :subject, :at) on conflict do nothing""")
                        .param("supplier", supplier.value())
                        .param("event", eventId)
                        .param("kind", kind)
                        .param("subject", subject)
                        .param("at", SqlTime.of(clock.instant()))
                        .update()
                == 1;
    }
}
