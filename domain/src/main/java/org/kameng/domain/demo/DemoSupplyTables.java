package org.kameng.domain.demo;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.supplier.SupplierContracts;
import org.kameng.domain.supplier.SupplierId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the demonstration about suppliers. */
@Component
class DemoSupplyTables {
    private final JdbcClient jdbc;
    private final SupplierContracts contracts;

    DemoSupplyTables(JdbcClient jdbc, SupplierContracts contracts) {
        this.jdbc = jdbc;
        this.contracts = contracts;
    }

    void supplier(
            DemoSources.Supplier supplier, URI base, String key, List<String> secrets, String cardKey, Instant now) {
        contracts.put(
                new SupplierContracts.Contract(
                        new SupplierId(supplier.id()),
                        supplier.name(),
                        supplier.protocol(),
                        base,
                        key,
                        secrets,
                        cardKey),
                now);
    }

    void direct(String sku, List<DemoSources.Field> fields) {
        jdbc.sql("update sku set kind = 'DIRECT' where code = :sku and kind <> 'DIRECT'")
                .param("sku", sku)
                .update();
        for (var position = 0; position < fields.size(); position++) {
            var field = fields.get(position);
            jdbc.sql("""
                    insert into account_field (sku_code, position, name, label_zh, label_en, pattern, options)
                    values (:sku, :position, :name, :zh, :en, :pattern, :options) on conflict do nothing""")
                    .param("sku", sku)
                    .param("position", position + 1)
                    .param("name", field.name())
                    .param("zh", field.zh())
                    .param("en", field.en())
                    .param("pattern", field.pattern())
                    .param("options", field.options().toArray(String[]::new))
                    .update();
        }
    }

    /** The seller's price less the platform's commission is the dearest a unit may be. */
    void source(DemoSources.Source source, Instant now) {
        jdbc.sql("""
                insert into source (offer_id, supplier_id, supplier_sku, preference, contracted, cost_fen, max_cost_fen, stock, on_sale,
                  account_schema, product_version, refresh_at, accepted_cost_fen)
                select o.id, u.id, o.sku_code, :preference, true, :cost, o.price_fen * (10000 - o.commission_bp) / 10000, null, true,
                  coalesce((select array_agg(f.name order by f.position) from account_field f where f.sku_code = o.sku_code), '{}'),
                  0, :now, :cost
                from offer o join supplier u on u.id = :supplier where o.sku_code = :sku and o.seller_id = :seller
                on conflict do nothing""")
                .param("preference", source.preference())
                .param("cost", source.costFen())
                .param("now", SqlTime.of(now))
                .param("supplier", source.supplier())
                .param("sku", source.sku())
                .param("seller", source.seller())
                .update();
    }
}
