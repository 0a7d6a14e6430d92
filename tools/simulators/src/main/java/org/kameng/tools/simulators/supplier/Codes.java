package org.kameng.tools.simulators.supplier;

import java.math.BigInteger;

/**
 * The text of cards: random to everybody else, yet the same for one seed, SKU and serial, so that no card text has to be
 * stored.
 */
public final class Codes {
    /** Base 32 without I, L, O, U, which people misread. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** A card in clear. */
    public record Card(String number, String password, String pin) {}

    private final String seed;

    Codes(String seed) {
        this.seed = seed;
    }

    public Card card(Product product, long serial) {
        var number = source(product, serial, "no");
        return new Card(
                fill(product.pattern(), number),
                digits(product.passwordDigits(), source(product, serial, "pwd")),
                digits(product.pinDigits(), source(product, serial, "pin")));
    }

    private BigInteger source(Product product, long serial, String part) {
        return new BigInteger(1, Digests.hmac(seed, product.sku() + "|" + serial + "|" + part));
    }

    /** Fills each {@code ?} of a pattern; a final {@code !} is the check character over all before it. */
    private static String fill(String pattern, BigInteger source) {
        var text = new StringBuilder();
        var rest = source;
        for (var c : pattern.toCharArray()) {
            if (c == '?') {
                text.append(ALPHABET.charAt(rest.intValue() & 31));
                rest = rest.shiftRight(5);
            } else {
                text.append(c == '!' ? check(text) : c);
            }
        }
        return text.toString();
    }

    /** Luhn's check over base 32; dashes do not count. */
    private static char check(CharSequence text) {
        int sum = 0;
        boolean twice = true;
        for (int i = text.length() - 1; i >= 0; i--) {
            int value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) {
                continue;
            }
            int weighted = twice ? value * 2 : value;
            sum += weighted / ALPHABET.length() + weighted % ALPHABET.length();
            twice = !twice;
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }

    private static String digits(int count, BigInteger source) {
        var text = source.toString();
        return text.substring(text.length() - count);
    }
}
