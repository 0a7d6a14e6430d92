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
        check.freshen(sources.of(sku, seller).stream().filter(Source::couldGive).toList());
        return sources.of(sku, seller).stream()
                .filter(Source::couldGive)
                .mapToInt(source -> source.upTo(wanted))
                .max()
                .orElse(0);
    }
}
