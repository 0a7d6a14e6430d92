package org.kameng.domain.supplier;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.ShopFixture.Offer;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.SqlTime;

/** Purchases as rows, for tests that only count them; each has an order of its own. */
final class PurchaseRows {
    private static final AtomicLong NEXT = new AtomicLong(1);

    private final SupplierShop suppliers;
    private final ShopFixture shop = new ShopFixture();
    private final Offer offer;

    PurchaseRows(SupplierShop suppliers, Offer offer) {
        this.suppliers = suppliers;
        this.offer = offer;
    }

    PurchaseNo succeeded(long source, SupplierId supplier, String sku, long costFen) {
        return insert(source, supplier, sku, "SUCCEEDED", null, costFen);
    }

    PurchaseNo failed(long source, SupplierId supplier, String sku, String reason) {
        return insert(source, supplier, sku, "FAILED", reason, null);
    }

    PurchaseNo unknown(long source, SupplierId supplier, String sku) {
        return insert(source, supplier, sku, "UNKNOWN", null, null);
    }

    private PurchaseNo insert(
            long source, SupplierId supplier, String sku, String state, @Nullable String reason, @Nullable Long cost) {
        var no = new PurchaseNo("PUROW%08d".formatted(NEXT.getAndIncrement()));
        var now = SqlTime.of(shop.context().clock().instant());
        suppliers
                .sql()
                .sql("""
                        insert into purchase (purchase_no, version, order_no, line, source_id, round, supplier_id, supplier_sku, direct,
                          quantity, unit_cost_fen, max_cost_fen, state, delivered, to_stock, cost_fen, reason, asked, intended_at, sent_at, ask_at,
                          decide_at, ended_at, changed_at)
                        values (:no, 0, :order, 1, :source, 1, :supplier, :sku, false, 1, 900000, 1000000, :state, 0, 0, :cost, :reason, 0, :now,
                          :now, :now, :now, case when :state = 'UNKNOWN' then null else cast(:now as timestamptz) end, :now)""")
                .param("no", no.value())
                .param("order", order().value())
                .param("source", source)
                .param("supplier", supplier.value())
                .param("sku", sku)
                .param("state", state)
                .param("cost", cost)
                .param("reason", reason)
                .param("now", now)
                .update();
        return no;
    }

    private OrderNo order() {
        shop.addCards(offer, 1, "");
        return shop.placed(shop.customer(), offer, 1);
    }
}
