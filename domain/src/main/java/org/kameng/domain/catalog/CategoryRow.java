package org.kameng.domain.catalog;

/** A shelf of the shop. */
public record CategoryRow(String code, String nameZh, String nameEn, int products) {}
