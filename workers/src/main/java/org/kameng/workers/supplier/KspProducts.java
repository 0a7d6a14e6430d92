package org.kameng.workers.supplier;

import java.util.List;
import org.kameng.domain.supplier.SupplierProduct;

/** KSP/1's products in our words. */
final class KspProducts {
    private KspProducts() {}

    static SupplierProduct read(Document product) {
        var kind = product.text("kind");
        if (!kind.equals("CARD") && !kind.equals("DIRECT")) {
            throw new Unclear("NEW_KIND");
        }
        return new SupplierProduct(
                product.text("sku"),
                product.text("name"),
                kind.equals("DIRECT"),
                product.fen("faceFen"),
                product.fen("costFen"),
                product.count("stock"),
                product.text("status").equals("ON"),
                fields(product),
                product.optional("region"),
                product.number("version"));
    }

    /** Each field is an object with a name, or just the name. */
    private static List<String> fields(Document product) {
        return product.list("accountSchema").stream()
                .map(field -> field.node().isString() ? field.node().asString() : field.text("name"))
                .toList();
    }
}
