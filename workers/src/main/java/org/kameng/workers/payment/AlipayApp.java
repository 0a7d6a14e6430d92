package org.kameng.workers.payment;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Who we are at Alipay; keys in the SDK's bare Base64. Nothing of it is ever printed. */
record AlipayApp(String appId, String sellerId, String appKey, String alipayKey) {

    /** @throws IllegalStateException naming what is missing, never what it is */
    static AlipayApp load(Path folder) {
        var given = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve("app.properties"))) {
            given.load(in);
            return new AlipayApp(
                    required(given, "app_id"),
                    required(given, "seller_id"),
                    key(folder.resolve("app_private_key.pem")),
                    key(folder.resolve("alipay_public_key.pem")));
        } catch (IOException e) {
            throw new UncheckedIOException("kameng.alipay.credentials: cannot read app.properties or a key", e);
        }
    }

    private static String required(Properties given, String name) {
        var value = given.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("kameng.alipay.credentials: app.properties has no " + name);
        }
        return value.strip();
    }

    private static String key(Path pem) throws IOException {
        return Files.readString(pem).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    }

    @Override
    public String toString() {
        return "AlipayApp[" + appId + "]";
    }
}
