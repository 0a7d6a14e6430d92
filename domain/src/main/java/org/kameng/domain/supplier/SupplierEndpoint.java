package org.kameng.domain.supplier;

import java.net.URI;
import java.util.List;

/**
 * Where and as whom a supplier is called. Secrets are never printed.
 *
 * @param base scheme, host, port and any prefix; the adapter appends the protocol's own path
 * @param key our public name at the supplier (KSP key, app key, merchant number)
 * @param secrets active signing secrets, the newest first; answers may be signed with any of them. GOOFISH has three parts in
 *     one text, {@code appId:appSecret:mchSecret}
 * @param cardKey key of the card secrets in the protocol's own text form (KSP: 32 bytes in Base64), empty where the protocol has
 *     none of its own (FULU takes the signing secret, GOOFISH sends cards plain)
 */
public record SupplierEndpoint(
        SupplierId supplier, Protocol protocol, URI base, String key, List<String> secrets, String cardKey) {
    public SupplierEndpoint {
        if (secrets.isEmpty()) throw new IllegalArgumentException("a supplier needs at least one secret");
        secrets = List.copyOf(secrets);
    }

    @Override
    public String toString() {
        return "SupplierEndpoint[" + supplier + " " + protocol + " " + base + "]";
    }
}
