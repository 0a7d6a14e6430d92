package org.kameng.tools.simulators.supplier;

import java.util.List;
import java.util.stream.Stream;

/** Who wants to hear of products; no SKUs means all. */
record Subscription(String url, List<String> skus) {
    boolean covers(String sku) {
        return skus.isEmpty() || skus.contains(sku);
    }

    Subscription and(Subscription more) {
        boolean all = skus.isEmpty() || more.skus.isEmpty();
        return new Subscription(
                url,
                all
                        ? List.of()
                        : Stream.concat(skus.stream(), more.skus.stream())
                                .distinct()
                                .toList());
    }
}
