package org.kameng.domain.catalog;

/** A seller to choose from, with its number of products on sale. */
public record SellerRow(SellerId id, String name, int products) {}
