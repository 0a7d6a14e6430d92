package org.kameng.domain.supplier;

import java.util.concurrent.atomic.AtomicLong;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.ShopFixture.Offer;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.crypto.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Suppliers and sources of their own for a test. */
public final class SupplierShop {
    private static final AtomicLong NEXT = new AtomicLong(1);

    private final ShopFixture shop;
    private final JdbcClient sql;

    public SupplierShop(ShopFixture shop) {
        this.shop = shop;
        this.sql = shop.context().sql();
    }

    public SupplierId supplier() {
        var id = "supplier-" + NEXT.getAndIncrement();
        var cipher = shop.bean(FieldCipher.class);
        var now = SqlTime.of(shop.context().clock().instant());
        sql.sql(
                        "insert into supplier values (:id, :id, 'KSP', 'http://127.0.0.1:9', :key, :secrets, :card, true, :now, :now)")
                .param("id", id)
                .param("key", "key-" + id)
                .param("secrets", cipher.encrypt(SupplierSeals.secrets(id), "[\"new-secret\",\"old-secret\"]"))
                .param("card", cipher.encrypt(SupplierSeals.cardKey(id), "card-key"))
                .param("now", now)
                .update();
        return new SupplierId(id);
    }

    /** The next choice of an offer, unlimited, for {@code cost} fen and at most twice that. */
    public long source(Offer offer, SupplierId supplier, long cost) {
        return sql.sql("""
                        insert into source (offer_id, supplier_id, supplier_sku, preference, contracted, cost_fen, max_cost_fen, stock,
                          on_sale, account_schema, product_version, refresh_at, accepted_cost_fen)
                        select id, :supplier, 'UP-' || sku_code, 1 + (select count(*) from source s where s.offer_id = o.id), true,
                          :cost, :max, -1, true, :schema, 0, :now, :cost from offer o where sku_code = :sku and seller_id = :seller returning id""")
                .param("supplier", supplier.value())
                .param("cost", cost)
                .param("max", cost * 2)
                .param("schema", new String[0])
                .param("now", SqlTime.of(shop.context().clock().instant()))
                .param("sku", offer.sku().value())
                .param("seller", offer.seller().value())
                .query(Long.class)
                .single();
    }

    /** Turns an offer into a direct top-up of a uid on a server. */
    public void direct(Offer offer) {
        sql.sql("update sku set kind = 'DIRECT' where code = :sku")
                .param("sku", offer.sku().value())
                .update();
        sql.sql("""
                        insert into account_field values (:sku, 1, 'uid', '账号', 'Account', '[0-9]{9,11}', '{}'),
                          (:sku, 2, 'server', '区服', 'Server', '', '{华东,华南}')""").param("sku", offer.sku().value()).update();
        sql.sql("""
                        update source set account_schema = '{uid,server}'
                        where offer_id = (select id from offer where sku_code = :sku)""").param("sku", offer.sku().value()).update();
    }

    JdbcClient sql() {
        return sql;
    }
}
