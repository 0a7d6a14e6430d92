package org.kameng.domain.catalog;

import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;

/** What of the shop front to show; null means any. A price band holds a product when one of its prices lies in it. */
public record ShopFilter(
        @Nullable String category,
        @Nullable SellerId seller,
        @Nullable Money priceFrom,
        @Nullable Money priceTo,
        Sort sort) {
    public static final ShopFilter ALL = new ShopFilter(null, null, null, null, Sort.SHOP);

    /** SHOP is the order the operators gave. Prices are the lowest of each product. */
    public enum Sort {
        SHOP,
        CHEAPEST,
        DEAREST,
        NEWEST
    }

    public static ShopFilter of(String category) {
        return new ShopFilter(category, null, null, null, Sort.SHOP);
    }
}
