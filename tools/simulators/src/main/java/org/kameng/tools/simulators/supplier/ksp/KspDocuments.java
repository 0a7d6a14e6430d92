package org.kameng.tools.simulators.supplier.ksp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kameng.tools.simulators.supplier.Desk;
import org.kameng.tools.simulators.supplier.Item;
import org.kameng.tools.simulators.supplier.Order;
import org.kameng.tools.simulators.supplier.Product;

/** Products and orders in the words of KSP/1. */
final class KspDocuments {
    private final Desk desk;
    private final KspSeal seal;

    KspDocuments(Desk desk) {
        this.desk = desk;
        this.seal = new KspSeal(desk.credentials().cardKey());
    }

    static Map<String, Object> product(Product product) {
        var json = new LinkedHashMap<String, Object>();
        json.put("sku", product.sku());
        json.put("name", product.name());
        json.put("kind", product.direct() ? "DIRECT" : "CARD");
        json.put("faceFen", product.faceFen());
        json.put("costFen", product.costFen());
        json.put("stock", product.stock());
        json.put("status", product.onSale() ? "ON" : "OFF");
        json.put(
                "accountSchema",
                product.account().stream()
                        .map(field -> Map.of("name", field.name(), "label", field.label(), "pattern", field.pattern()))
                        .toList());
        json.put("region", "CN");
        json.put("codeFormat", product.codeFormat());
        json.put("expiryDays", product.expiryDays());
        json.put("updatedAt", KspDialect.time(product.updatedAt()));
        json.put("version", product.version());
        return json;
    }

    Map<String, Object> order(Order order) {
        var json = new LinkedHashMap<String, Object>();
        json.put("orderNo", desk.named(order));
        json.put("supplierOrderNo", order.supplierOrderNo());
        json.put("sku", order.deliveredSku());
        json.put("status", order.status().name());
        json.put("quantity", order.quantity());
        json.put("deliveredQty", order.deliveredQty());
        json.put("costFen", order.chargedFen());
        json.put("items", desk.mayFetch(order) ? items(order) : List.of());
        json.put("failCode", order.failCode() == null ? null : order.failCode().name());
        json.put("failMsg", null);
        json.put("createdAt", KspDialect.time(order.createdAt()));
        json.put("finishedAt", order.finishedAt() == null ? null : KspDialect.time(order.finishedAt()));
        json.put("version", order.version());
        return json;
    }

    private List<Map<String, Object>> items(Order order) {
        return order.items().stream()
                .map(item -> seal.seal(item, desk.card(item)))
                .toList();
    }

    Map<String, Object> evidence(Order order) {
        return Map.of(
                "items",
                order.items().stream().map(item -> evidence(order, item)).toList());
    }

    private Map<String, Object> evidence(Order order, Item item) {
        boolean used = item.redeem() == Item.Redeem.USED;
        var json = new LinkedHashMap<String, Object>();
        json.put("seq", item.seq());
        json.put("redeemStatus", item.redeem().name());
        json.put("activatedAt", order.finishedAt() == null ? null : KspDialect.time(order.finishedAt()));
        json.put("usedAt", item.usedAt() == null ? null : KspDialect.time(item.usedAt()));
        json.put("usedAccountMasked", used ? "138****0001" : null);
        json.put("usedRegion", used ? "CN-ZJ" : null);
        json.put("faceFen", desk.shelf().product(item.sku()).faceFen());
        json.put("deliveredAt", order.finishedAt() == null ? null : KspDialect.time(order.finishedAt()));
        json.put("sha256", item.sha256());
        return json;
    }
}
