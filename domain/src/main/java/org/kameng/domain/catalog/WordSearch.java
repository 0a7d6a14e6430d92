package org.kameng.domain.catalog;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kameng.domain.catalog.ListingStandard.Word;

/** Finds prohibited words however they are spaced, dotted or written in full width. */
final class WordSearch {
    private static final String GONE = "\u0000";

    private WordSearch() {}

    /** The words in the text; a word inside a longer one that was found is not told again. */
    static List<Word> in(String text, List<Word> longestFirst) {
        var rest = fold(text);
        var found = new ArrayList<Word>();
        for (var word : longestFirst) {
            var looked = rest;
            for (var harmless : word.unless()) looked = looked.replace(fold(harmless), GONE);
            var wanted = fold(word.word());
            if (!looked.contains(wanted)) continue;
            found.add(word);
            rest = rest.replace(wanted, GONE);
        }
        return found;
    }

    static String fold(String text) {
        var folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(folded::appendCodePoint);
        return folded.toString().toLowerCase(Locale.ROOT);
    }
}
