package org.kameng.tools.simulators.wechat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Locale;
import java.util.Properties;
import org.kameng.tools.simulators.SecretFile;
import org.kameng.tools.simulators.channel.Numbers;
import org.kameng.tools.simulators.channel.Rsa;

/**
 * The key pairs of both sides. Made at random the first time; the folder {@code merchant} is what a real platform gets
 * from the channel and gives to its application.
 */
final class MerchantKeys {
    private static final int RSA_BITS = 2048;

    final String spMchid;
    final String spAppid;
    final String merchantSerial;
    final byte[] apiV3Key;
    final String platformKeyId;
    final PublicKey merchantKey;
    final PrivateKey platformKey;
    final PrivateKey strangersKey = Rsa.newPair().getPrivate();

    private MerchantKeys(Path folder, Path platformKeyFile) throws IOException {
        var merchant = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve("merchant.properties"))) {
            merchant.load(in);
        }
        this.spMchid = merchant.getProperty("sp_mchid", "");
        this.spAppid = merchant.getProperty("sp_appid", "");
        this.merchantSerial = merchant.getProperty("merchant_serial", "");
        this.apiV3Key = merchant.getProperty("api_v3_key", "").getBytes(StandardCharsets.US_ASCII);
        this.platformKeyId = merchant.getProperty("platform_public_key_id", "");
        this.merchantKey = Rsa.publicOf(Rsa.readPrivate(folder.resolve("merchant_private_key.pem")));
        this.platformKey = Rsa.readPrivate(platformKeyFile);
    }

    static MerchantKeys load(Path home) throws IOException {
        var folder = home.resolve("merchant");
        var platformKey = home.resolve("platform_private_key.pem");
        // merchant.properties is written last, so its presence means that everything else is there
        if (!Files.exists(folder.resolve("merchant.properties"))) {
            Files.createDirectories(folder);
            var platform = Rsa.newPair();
            SecretFile.write(platformKey, Rsa.pem(platform.getPrivate()));
            SecretFile.write(
                    folder.resolve("merchant_private_key.pem"),
                    Rsa.pem(Rsa.newPair().getPrivate()));
            SecretFile.write(folder.resolve("platform_public_key.pem"), Rsa.pem(platform.getPublic()));
            SecretFile.write(folder.resolve("merchant.properties"), properties());
        }
        return new MerchantKeys(folder, platformKey);
    }

    private static String properties() {
        return String.join(
                "\n",
                "sp_mchid=1900006891",
                "sp_appid=wx" + Numbers.hex(16),
                "merchant_serial=" + Numbers.hex(40).toUpperCase(Locale.ROOT),
                "api_v3_key=" + Numbers.hex(32),
                "platform_public_key_id=PUB_KEY_ID_" + "0".repeat(12)
                        + Numbers.hex(20).toUpperCase(Locale.ROOT),
                "");
    }
}
