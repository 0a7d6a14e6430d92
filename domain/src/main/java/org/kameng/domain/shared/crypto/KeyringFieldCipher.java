package org.kameng.domain.shared.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Layout: one byte format (1), one byte key version, then nonce, ciphertext and tag; both leading bytes are bound in too. */
final class KeyringFieldCipher implements FieldCipher {
    private static final byte FORMAT = 1;
    private static final int HEADER = 2;

    private final Keyring keyring;

    KeyringFieldCipher(Keyring keyring) {
        this.keyring = keyring;
    }

    @Override
    public byte[] encrypt(String context, String plain) {
        var version = keyring.active(Keyring.Kind.FIELD);
        var body = AesGcm.seal(
                keyring.key(Keyring.Kind.FIELD, version),
                bound(context, version),
                plain.getBytes(StandardCharsets.UTF_8));
        var sealed = new byte[HEADER + body.length];
        sealed[0] = FORMAT;
        sealed[1] = (byte) version;
        System.arraycopy(body, 0, sealed, HEADER, body.length);
        return sealed;
    }

    @Override
    public String decrypt(String context, byte[] sealed) {
        var version = version(sealed);
        var body = Arrays.copyOfRange(sealed, HEADER, sealed.length);
        var plain = AesGcm.open(keyring.key(Keyring.Kind.FIELD, version), bound(context, version), body);
        return new String(plain, StandardCharsets.UTF_8);
    }

    @Override
    public int version(byte[] sealed) {
        if (sealed.length <= HEADER || sealed[0] != FORMAT) throw new SealBroken("not a sealed field");
        return sealed[1];
    }

    private static String bound(String context, int version) {
        return "field|" + FORMAT + "|" + version + "|" + context;
    }
}
