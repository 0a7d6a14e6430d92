package org.kameng.domain.catalog;

/** A seller to choose from. */
public record SellerRow(SellerId id, String name) {}
