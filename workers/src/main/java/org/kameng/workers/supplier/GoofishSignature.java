package org.kameng.workers.supplier;

import java.nio.charset.StandardCharsets;

/**
 * The signature of the goods source standard: MD5 over ids, secrets and the digest of the body, separated by commas.
 *
 * <p>A secret is one text of three parts, {@code appId:appSecret:mchSecret}.
 */
final class GoofishSignature {
    private GoofishSignature() {}

    static String sign(String secret, String mchId, String timestamp, byte[] body) {
        var parts = secret.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a secret of this protocol has three parts");
        }
        var text = String.join(",", parts[0], parts[1], Digests.md5Hex(body), timestamp, mchId, parts[2]);
        return Digests.md5Hex(text.getBytes(StandardCharsets.UTF_8));
    }
}
