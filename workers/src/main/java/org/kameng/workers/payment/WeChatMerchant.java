package org.kameng.workers.payment;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Who we are at the channel. Holds keys: nothing of it is ever printed. */
record WeChatMerchant(String mchid, String appid, String platformKeyId, RSAPublicKeyConfig config) {

    /** @throws IllegalStateException naming what is missing, never what it is */
    static WeChatMerchant load(Path folder) {
        var file = folder.resolve("merchant.properties");
        var given = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            given.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("kameng.wechat.credentials: cannot read merchant.properties", e);
        }
        var mchid = required(given, "sp_mchid");
        var keyId = required(given, "platform_public_key_id");
        var config = new RSAPublicKeyConfig.Builder()
                .merchantId(mchid)
                .merchantSerialNumber(required(given, "merchant_serial"))
                .privateKeyFromPath(folder.resolve("merchant_private_key.pem").toString())
                .publicKeyFromPath(folder.resolve("platform_public_key.pem").toString())
                .publicKeyId(keyId)
                .apiV3Key(required(given, "api_v3_key"))
                .build();
        return new WeChatMerchant(mchid, required(given, "sp_appid"), keyId, config);
    }

    private static String required(Properties given, String name) {
        var value = given.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("kameng.wechat.credentials: merchant.properties has no " + name);
        }
        return value.strip();
    }

    @Override
    public String toString() {
        return "WeChatMerchant[" + mchid + "]";
    }
}
