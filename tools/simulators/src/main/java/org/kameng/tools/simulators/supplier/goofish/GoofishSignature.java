package org.kameng.tools.simulators.supplier.goofish;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.kameng.tools.simulators.supplier.Digests;

/** MD5 over ids, secrets and the digest of the body. */
final class GoofishSignature {
    private GoofishSignature() {}

    static String sign(String secret, String mchId, String timestamp, byte[] body) {
        var parts = secret.split(":", -1);
        return md5(String.join(",", parts[0], parts[1], md5(body), timestamp, mchId, parts[2])
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String md5(byte[] bytes) {
        return HexFormat.of().formatHex(Digests.digest("MD5", bytes));
    }
}
