package org.kameng.domain.catalog;

import java.util.List;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;

/**
 * The catalogue for those who maintain it. Reading needs OPERATOR or AUDITOR, saving OPERATOR. What is on sale always keeps
 * the listing standard: an edit that would break it is refused with its findings.
 */
public interface CatalogDesk {
    /** All shelves, also empty ones. */
    List<CategoryData> categories(Actor staff);

    /** All sellers, at most 1,000. */
    List<SellerRow> sellers(Actor staff);

    /** Products, by position. */
    Slice<GoodsRow> find(Actor staff, GoodsFilter filter, PageRequest page);

    /** How many products a filter finds, counted up to 10,000. */
    int count(Actor staff, GoodsFilter filter);

    /** Throws NOT_FOUND. */
    ProductSheet product(Actor staff, ProductId id);

    /** An offer's prices, newest first, at most 100. */
    List<PriceRow> prices(Actor staff, OfferId offer);

    SaveResult<CategoryData> save(Actor operator, CategoryData category);

    SaveResult<ProductData> save(Actor operator, ProductData product);

    SaveResult<SkuData> save(Actor operator, SkuData sku);

    /** A new price raises the price version and is kept in the history; orders keep the price they were placed at. */
    SaveResult<OfferData> save(Actor operator, OfferData offer);
}
