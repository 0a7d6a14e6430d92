package org.kameng.domain.shared.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

final class HmacBlindIndex implements BlindIndex {
    private static final String ALGORITHM = "HmacSHA256";

    private final Keyring keyring;

    HmacBlindIndex(Keyring keyring) {
        this.keyring = keyring;
    }

    @Override
    public byte[] of(String purpose, String normalised) {
        return hash(version(), purpose, normalised);
    }

    @Override
    public int version() {
        return keyring.active(Keyring.Kind.INDEX);
    }

    @Override
    public SequencedMap<Integer, byte[]> candidates(String purpose, String normalised) {
        var all = new LinkedHashMap<Integer, byte[]>();
        all.put(version(), of(purpose, normalised));
        for (var version : keyring.versions(Keyring.Kind.INDEX))
            all.putIfAbsent(version, hash(version, purpose, normalised));
        return all;
    }

    private byte[] hash(int version, String purpose, String normalised) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(keyring.key(Keyring.Kind.INDEX, version), ALGORITHM));
            // The length in front keeps ("a", "b|c") and ("a|b", "c") apart.
            mac.update((purpose.length() + "|" + purpose + "|").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(normalised.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no " + ALGORITHM, impossible);
        }
    }
}
