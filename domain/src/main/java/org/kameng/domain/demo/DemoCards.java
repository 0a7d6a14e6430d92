package org.kameng.domain.demo;

import java.time.LocalDate;
import java.util.Random;
import java.util.zip.CRC32;

/** Makes fictional cards: the same SKU gives the same cards, so that a second shop of the demonstration looks alike. */
final class DemoCards {
    static final int PER_SKU = 200;
    /** Base 32 without I, L, O, U, which people misread. */
    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private DemoCards() {}

    static String csv(DemoGoods.Sku sku, LocalDate today) {
        var random = new Random(seed(sku.code()));
        var text = new StringBuilder("no,pwd,url,pin,expires_on\n");
        for (var i = 0; i < PER_SKU; i++) {
            var expires = sku.validDays() == 0
                    ? ""
                    : today.plusDays(sku.validDays() - random.nextInt(10)).toString();
            text.append(fill(sku.pattern(), random))
                    .append(',')
                    .append(digits(sku.passwordDigits(), random))
                    .append(",,")
                    .append(digits(sku.pinDigits(), random))
                    .append(',')
                    .append(expires)
                    .append('\n');
        }
        return text.toString();
    }

    /** Fills each {@code ?} of a pattern; a final {@code !} is the check character over all before it. */
    static String fill(String pattern, Random random) {
        var text = new StringBuilder();
        for (var c : pattern.toCharArray()) {
            switch (c) {
                case '?' -> text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                case '!' -> text.append(check(text));
                default -> text.append(c);
            }
        }
        return text.toString();
    }

    /** Luhn's check over base 32; characters outside the alphabet (dashes) do not count. */
    static char check(CharSequence text) {
        var sum = 0;
        var twice = true;
        for (var i = text.length() - 1; i >= 0; i--) {
            var value = ALPHABET.indexOf(text.charAt(i));
            if (value < 0) continue;
            var weighted = twice ? value * 2 : value;
            sum += weighted / ALPHABET.length() + weighted % ALPHABET.length();
            twice = !twice;
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }

    private static String digits(int count, Random random) {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) text.append(random.nextInt(10));
        return text.toString();
    }

    private static long seed(String code) {
        var crc = new CRC32();
        crc.update(code.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
