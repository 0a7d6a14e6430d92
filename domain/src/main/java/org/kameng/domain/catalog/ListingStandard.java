package org.kameng.domain.catalog;

import java.util.List;

/** The numbers and words of one version of the listing standard; percentages are of the face value. */
record ListingStandard(
        String version, int lowestPricePercent, int highestPricePercent, int leastPromiseDays, List<Word> words) {
    ListingStandard {
        words = List.copyOf(words);
    }

    /**
     * A prohibited word.
     *
     * @param claimsOnly whether it is prohibited only where the listing praises itself
     * @param unless longer words that hold it and are harmless
     */
    record Word(String word, boolean claimsOnly, List<String> unless, String reasonZh, String reasonEn) {}
}
