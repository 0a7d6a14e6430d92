package org.kameng.domain.catalog;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What keeps goods from being on sale. Goods that are off sale may say anything: they are drafts. */
@Component
class SaleGate {
    private final GoodsReads reads;
    private final ListingLinter linter;

    SaleGate(GoodsReads reads, ListingLinter linter) {
        this.reads = reads;
        this.linter = linter;
    }

    List<Finding> findings(ProductData product) {
        return product.onSale() ? linter.check(new Listing(product, null, null)) : List.of();
    }

    /** A SKU is on sale as soon as one seller sells it. */
    List<Finding> findings(SkuData sku) {
        return reads.sheet(sku.product()).stream()
                .flatMap(sheet -> sheet.offersOf(sku.code()).stream()
                        .filter(OfferData::onSale)
                        .flatMap(offer -> check(new Listing(sheet.product(), sku, offer))))
                .distinct()
                .toList();
    }

    List<Finding> findings(OfferData offer) {
        if (!offer.onSale()) return List.of();
        return reads.sku(offer.sku()).stream()
                .flatMap(sku -> reads.sheet(sku.product()).stream()
                        .flatMap(sheet -> check(new Listing(sheet.product(), sku, offer))))
                .toList();
    }

    private Stream<Finding> check(Listing listing) {
        return linter.check(listing).stream();
    }
}
