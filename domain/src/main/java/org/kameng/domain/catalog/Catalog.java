package org.kameng.domain.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;

/**
 * The shop window. Stock numbers are unsold, unexpired cards at the moment of the call and what the best source of the seller
 * last said it has, at most {@value OfferRow#PLENTY} of these; they inform, they do not promise: only placing an order does.
 */
public interface Catalog {
    /** Products on sale, in the order the operator gave them; {@code category} null means all. */
    Slice<ProductCard> shopFront(@Nullable String category, PageRequest page);

    Optional<ProductPage> product(String slug);

    Optional<OfferRow> offer(SkuId sku, SellerId seller);

    /** Categories that hold at least one product on sale. */
    List<CategoryRow> categories();

    /** All offers of cards, for the operator who imports a batch. */
    List<OfferRow> offers();

    /** What an order and a payment must know about an offer; empty when it is not on sale. */
    Optional<OfferTerms> terms(SkuId sku, SellerId seller);

    /** What a buyer fills in for a direct top-up, in order; empty for cards. */
    List<AccountField> accountFields(SkuId sku);

    /** The seller's sub-merchant number at the channel. */
    Optional<SellerView> seller(SellerId seller);
}
