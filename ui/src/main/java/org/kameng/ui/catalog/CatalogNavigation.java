package org.kameng.ui.catalog;

import org.kameng.domain.catalog.ProductId;
import org.kameng.domain.catalog.SkuId;

/** Addresses of goods at the desk. */
public final class CatalogNavigation {
    public static final String GOODS = "desk/goods";
    public static final String SHELVES = "desk/shelves";
    static final String PRODUCT = "desk/goods/:product";
    static final String SKU = "desk/goods/:product/:sku";
    static final String NEW = "new";

    private CatalogNavigation() {}

    static String product(ProductId id) {
        return GOODS + "/" + id.value();
    }

    static String newProduct() {
        return GOODS + "/" + NEW;
    }

    static String sku(ProductId product, SkuId sku) {
        return product(product) + "/" + sku.value();
    }

    static String newSku(ProductId product) {
        return product(product) + "/" + NEW;
    }
}
