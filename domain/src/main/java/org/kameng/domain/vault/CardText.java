package org.kameng.domain.vault;

import java.text.Normalizer;
import java.util.Locale;

/** How card numbers are compared: case, spaces, dashes and full-width writing make no difference. */
final class CardText {
    private CardText() {}

    static String normalise(String number) {
        var folded = Normalizer.normalize(number, Normalizer.Form.NFKC);
        var text = new StringBuilder(folded.length());
        folded.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !isDash(c) && !isInvisible(c))
                .forEach(text::appendCodePoint);
        return text.toString().toUpperCase(Locale.ROOT);
    }

    private static boolean isDash(int c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION
                || c == 0x2212
                || c == '_'
                || c == 0x30FC
                || c == 0x00AD;
    }

    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT || Character.isISOControl(c);
    }
}
