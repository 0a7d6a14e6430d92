package org.kameng.domain.catalog;

/**
 * A breach of the listing standard. All of them keep a listing from being on sale.
 *
 * @param what the word, number or range it is about, empty where the rule says it all
 * @param standard the version of the standard it was judged by
 */
public record Finding(
        LintRule rule, ListingField field, String what, String reasonZh, String reasonEn, String standard) {}
