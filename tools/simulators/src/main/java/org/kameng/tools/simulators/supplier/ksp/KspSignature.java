package org.kameng.tools.simulators.supplier.ksp;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.supplier.Digests;

/** HMAC over what was asked or answered; an answer has its status where a request has its method. */
final class KspSignature {
    private KspSignature() {}

    static String sign(
            String secret,
            String methodOrStatus,
            String path,
            @Nullable String query,
            String timestamp,
            String nonce,
            byte[] body) {
        var parts = query == null ? new String[0] : query.split("&", -1);
        Arrays.sort(parts);
        var digest = HexFormat.of().formatHex(Digests.digest("SHA-256", body));
        return HexFormat.of()
                .formatHex(Digests.hmac(
                        secret,
                        String.join(
                                "\n", methodOrStatus, path, String.join("&", parts), timestamp, nonce, digest, "")));
    }
}
