package org.kameng.domain.vault;

import java.security.SecureRandom;

/** What opens a card file: five times five characters that nobody misreads, 125 bits. Never printed. */
public record Passphrase(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUPS = 5;
    private static final int GROUP = 5;

    static Passphrase random(SecureRandom random) {
        var text = new StringBuilder();
        for (var i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) text.append('-');
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new Passphrase(text.toString());
    }

    @Override
    public String toString() {
        return "Passphrase[sealed]";
    }
}
