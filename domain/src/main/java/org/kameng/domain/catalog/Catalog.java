package org.kameng.domain.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;

/**
 * The shop window. Stock numbers are counted from unsold, unexpired cards at the moment of the call; they inform, they do
 * not promise: only placing an order does.
 */
public interface Catalog {
    /** Products on sale, in the order the operator gave them; {@code category} null means all. */
    Slice<ProductCard> shopFront(@Nullable String category, PageRequest page);

    Optional<ProductPage> product(String slug);

    Optional<OfferRow> offer(SkuId sku, SellerId seller);

    /** Categories that hold at least one product on sale. */
    List<CategoryRow> categories();

    /** All offers, for the operator who imports a batch. */
    List<OfferRow> offers();

    /** What an order and a payment must know about an offer; empty when it is not on sale. */
    Optional<OfferTerms> terms(SkuId sku, SellerId seller);

    /** The seller's sub-merchant number at the channel. */
    Optional<SellerView> seller(SellerId seller);
}
