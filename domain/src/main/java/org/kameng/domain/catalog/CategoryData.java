package org.kameng.domain.catalog;

/** A shelf as operators edit it; version 0 is not stored yet. */
public record CategoryData(String code, String nameZh, String nameEn, int position, long version) implements Goods {}
