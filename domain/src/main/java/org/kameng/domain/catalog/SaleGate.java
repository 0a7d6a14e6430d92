package org.kameng.domain.catalog;

import java.util.List;
import java.util.stream.Stream;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.springframework.stereotype.Component;

/**
 * What keeps goods from being on sale. Goods that are off sale may say anything: they are drafts. The product is locked
 * first, so that two who edit parts of one listing at once cannot together bring it on sale in breach of the standard.
 */
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
        reads.lockListing(sku.product());
        return reads.sheet(sku.product()).stream()
                .flatMap(sheet -> sheet.offersOf(sku.code()).stream()
                        .filter(OfferData::onSale)
                        .flatMap(offer -> check(new Listing(sheet.product(), sku, offer))))
                .distinct()
                .toList();
    }

    List<Finding> findings(OfferData offer) {
        if (!offer.onSale()) return List.of();
        var product = reads.productOf(offer.sku()).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        reads.lockListing(product);
        return reads.sheet(product).stream()
                .flatMap(sheet -> sheet.skus().stream()
                        .filter(sku -> sku.code().equals(offer.sku()))
                        .flatMap(sku -> check(new Listing(sheet.product(), sku, offer))))
                .toList();
    }

    private Stream<Finding> check(Listing listing) {
        return linter.check(listing).stream();
    }
}
