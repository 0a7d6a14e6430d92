package org.kameng.workers.supplier;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.UUID;
import org.kameng.domain.supplier.SupplierEndpoint;

/** Signed calls of KSP/1 that the port does not have yet. */
final class RawKsp {
    private RawKsp() {}

    static String post(SupplierEndpoint supplier, String secret, String path, byte[] body) throws Exception {
        var timestamp = Long.toString(Instant.now().getEpochSecond());
        var nonce = UUID.randomUUID().toString().replace("-", "");
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(supplier.base().resolve(path))
                    .header("X-KSP-Key", supplier.key())
                    .header("X-KSP-Timestamp", timestamp)
                    .header("X-KSP-Nonce", nonce)
                    .header("X-KSP-Signature", KspSignature.sign(secret, "POST", path, null, timestamp, nonce, body))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
