package org.kameng.domain.shared.crypto;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** AES-256-GCM over a raw key by Tink: a fresh 96-bit nonce in front, a 128-bit tag behind, the context bound in. */
public final class AesGcm {
    private AesGcm() {}

    public static byte[] seal(byte[] key, String context, byte[] plain) {
        try {
            return new AesGcmJce(key).encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("sealing failed", impossible);
        }
    }

    /** Throws {@link SealBroken} if key, context or bytes are not those of {@link #seal}. */
    public static byte[] open(byte[] key, String context, byte[] sealed) {
        try {
            return new AesGcmJce(key).decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException wrong) {
            throw new SealBroken("sealed bytes do not belong to this key and context");
        }
    }
}
