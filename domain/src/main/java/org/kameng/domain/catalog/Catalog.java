package org.kameng.domain.catalog;

import java.util.List;
import java.util.Optional;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;

/**
 * The shop window. Stock numbers are counted at the moment of the call from unsold cards that keep their SKU's promise of
 * life and from what the best source of the seller last said it has, up to 100 on the shop front and 1,000 on a product's page;
 * they inform, they do not promise: only placing an order does.
 */
public interface Catalog {
    /** Products on sale. */
    Slice<ProductCard> shopFront(ShopFilter filter, PageRequest page);

    /** How many products a filter finds, counted up to 10,000. */
    int count(ShopFilter filter);

    Optional<ProductPage> product(String slug);

    Optional<OfferRow> offer(SkuId sku, SellerId seller);

    /** Categories that hold at least one product on sale. */
    List<CategoryRow> categories();

    /** Sellers with products on sale, by name, at most 200. */
    List<SellerRow> sellers();

    /** Offers of cards, on sale or not, whose code or name contains the text: for the operator who imports a batch. */
    Slice<OfferRow> offers(String text, PageRequest page);

    /** What an order and a payment must know about an offer; empty when it is not on sale. */
    Optional<OfferTerms> terms(SkuId sku, SellerId seller);

    /** What a buyer fills in for a direct top-up, in order; empty for cards. */
    List<AccountField> accountFields(SkuId sku);

    /** The seller's sub-merchant number at the channel. */
    Optional<SellerView> seller(SellerId seller);
}
