package org.kameng.domain.catalog;

/** A seller as receipts must name it. */
public record SellerView(SellerId id, String name, String uscc, String subMchid) {}
