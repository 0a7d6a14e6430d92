package org.kameng.workers.supplier;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The signature of KSP/1: hexadecimal HMAC-SHA256 over method (or status), path, sorted query, time, nonce and digest of the
 * body, a line each.
 */
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
        var lines = String.join(
                "\n", methodOrStatus, path, String.join("&", parts), timestamp, nonce, Digests.sha256Hex(body), "");
        return Digests.hmacSha256Hex(secret, lines);
    }
}
