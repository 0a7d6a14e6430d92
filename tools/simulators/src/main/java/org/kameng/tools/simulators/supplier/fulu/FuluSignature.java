package org.kameng.tools.simulators.supplier.fulu;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.kameng.tools.simulators.supplier.Digests;

/** MD5 over all characters of a text in their order, then the secret; cards under the same secret. */
final class FuluSignature {
    private FuluSignature() {}

    static String sign(String secret, String text) {
        var sorted = new StringBuilder();
        text.codePoints().sorted().forEach(sorted::appendCodePoint);
        var bytes = (sorted + secret).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Digests.digest("MD5", bytes));
    }

    static String encrypt(String secret, String plain) {
        try {
            // ECB because that is what this protocol prescribes
            var cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "AES"));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
