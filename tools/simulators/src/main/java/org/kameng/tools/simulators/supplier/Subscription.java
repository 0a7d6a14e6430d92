package org.kameng.tools.simulators.supplier;

import java.util.List;

/** Who wants to hear of products; no SKUs means all. */
record Subscription(String url, List<String> skus) {
    boolean covers(String sku) {
        return skus.isEmpty() || skus.contains(sku);
    }
}
