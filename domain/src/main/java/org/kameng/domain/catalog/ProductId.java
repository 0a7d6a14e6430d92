package org.kameng.domain.catalog;

/** Identity of a product, the page that gathers its SKUs. */
public record ProductId(long value) {}
