package org.kameng.workers.supplier;

import java.nio.charset.StandardCharsets;

/** The signature in the style of 福禄: MD5 over all characters of the JSON text in their order, then the secret. */
final class FuluSignature {
    private FuluSignature() {}

    static String sign(String secret, String json) {
        var sorted = new StringBuilder(json.length());
        json.codePoints().sorted().forEach(sorted::appendCodePoint);
        return Digests.md5Hex((sorted + secret).getBytes(StandardCharsets.UTF_8));
    }
}
