package org.kameng.ui.catalog;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.GoodsFilter;
import org.kameng.domain.catalog.SellerId;

/** What the list of goods shows, as it stands in the address. */
record GoodsQuery(
        String text,
        @Nullable String category,
        @Nullable String seller,
        @Nullable Boolean onSale) {

    static GoodsQuery of(QueryParameters address) {
        return new GoodsQuery(
                address.getSingleParameter("q").orElse(""),
                address.getSingleParameter("category").orElse(null),
                address.getSingleParameter("seller").orElse(null),
                address.getSingleParameter("sale").map(Boolean::valueOf).orElse(null));
    }

    QueryParameters address() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "q", text.strip());
        put(parameters, "category", category);
        put(parameters, "seller", seller);
        put(parameters, "sale", onSale == null ? null : onSale.toString());
        return new QueryParameters(parameters);
    }

    GoodsFilter filter() {
        return new GoodsFilter(text, category, seller == null ? null : new SellerId(seller), onSale);
    }

    private static void put(Map<String, List<String>> parameters, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            parameters.put(name, List.of(value));
        }
    }
}
