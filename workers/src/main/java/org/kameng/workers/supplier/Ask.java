package org.kameng.workers.supplier;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.supplier.SupplierEndpoint;

/**
 * One request to a supplier, signed and ready to go.
 *
 * @param purchaseNo null for calls that are not about one purchase
 * @param headers may prove who we are: never recorded
 */
record Ask(
        SupplierEndpoint supplier,
        @Nullable String purchaseNo,
        String operation,
        String method,
        URI uri,
        Map<String, String> headers,
        byte[] body) {
    static final byte[] NOTHING = {};

    /** The supplier's address with a path of the protocol behind it. */
    static URI address(SupplierEndpoint supplier, String path) {
        var base = supplier.base().toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    /** One part of a path or query. */
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "Ask[" + operation + " of " + supplier.supplier() + "]";
    }
}
