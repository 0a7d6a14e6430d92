package org.kameng.domain.supplier;

import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.order.Supply;
import org.kameng.domain.shared.RemoteCalls;
import org.springframework.stereotype.Component;

@Component
class SourcedSupply implements Supply {
    private final SourceTable sources;
    private final SourceCheck check;

    SourcedSupply(SourceTable sources, SourceCheck check) {
        this.sources = sources;
        this.check = check;
    }

    @Override
    public int available(SkuId sku, SellerId seller, int wanted) {
        RemoteCalls.assertNoConnectionHeld();
        var most = 0;
        for (var source : sources.of(sku, seller)) {
            if (!source.couldGive()) continue;
            var now = check.now(source);
            if (now.couldGive()) most = Math.max(most, now.upTo(wanted));
            if (most >= wanted) break;
        }
        return most;
    }
}
