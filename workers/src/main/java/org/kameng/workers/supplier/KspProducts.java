package org.kameng.workers.supplier;

import java.util.List;
import org.kameng.domain.supplier.SupplierProduct;

/** KSP/1's products in our words. */
final class KspProducts {
    static final int MOST_FIELDS = 20;

    private KspProducts() {}

    static SupplierProduct read(Document product) {
        var kind = product.text("kind");
        if (!kind.equals("CARD") && !kind.equals("DIRECT")) {
            throw new Unclear("NEW_KIND");
        }
        return new SupplierProduct(
                product.word("sku"),
                product.word("name"),
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
                .limit(MOST_FIELDS)
                .map(field ->
                        field.node().isString() ? Document.clean(field.node().asString()) : field.word("name"))
                .toList();
    }
}
