package org.kameng.domain.catalog;

/** A shelf of the shop with its products on sale, counted up to 1,000. */
public record CategoryRow(String code, String nameZh, String nameEn, int products) {}
