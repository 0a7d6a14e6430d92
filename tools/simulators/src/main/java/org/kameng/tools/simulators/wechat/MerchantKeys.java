package org.kameng.tools.simulators.wechat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Properties;
import org.kameng.tools.simulators.SecretFile;

/**
 * The key pairs of both sides. Made at random the first time; the folder {@code merchant} is what a real platform gets
 * from the channel and gives to its application.
 */
final class MerchantKeys {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RSA_BITS = 2048;

    final String spMchid;
    final String spAppid;
    final String merchantSerial;
    final byte[] apiV3Key;
    final String platformKeyId;
    final PublicKey merchantKey;
    final PrivateKey platformKey;
    final PrivateKey strangersKey = newPair().getPrivate();

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
        this.merchantKey = publicOf(readPrivate(folder.resolve("merchant_private_key.pem")));
        this.platformKey = readPrivate(platformKeyFile);
    }

    static MerchantKeys load(Path home) throws IOException {
        var folder = home.resolve("merchant");
        var platformKey = home.resolve("platform_private_key.pem");
        // merchant.properties is written last, so its presence means that everything else is there
        if (!Files.exists(folder.resolve("merchant.properties"))) {
            Files.createDirectories(folder);
            var platform = newPair();
            SecretFile.write(
                    platformKey, pem("PRIVATE KEY", platform.getPrivate().getEncoded()));
            SecretFile.write(
                    folder.resolve("merchant_private_key.pem"),
                    pem("PRIVATE KEY", newPair().getPrivate().getEncoded()));
            SecretFile.write(
                    folder.resolve("platform_public_key.pem"),
                    pem("PUBLIC KEY", platform.getPublic().getEncoded()));
            SecretFile.write(folder.resolve("merchant.properties"), properties());
        }
        return new MerchantKeys(folder, platformKey);
    }

    private static String properties() {
        return String.join(
                "\n",
                "sp_mchid=1900006891",
                "sp_appid=wx" + hex(8),
                "merchant_serial=" + hex(20).toUpperCase(Locale.ROOT),
                "api_v3_key=" + hex(16),
                "platform_public_key_id=PUB_KEY_ID_" + "0".repeat(12) + hex(10).toUpperCase(Locale.ROOT),
                "");
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static String pem(String kind, byte[] der) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }

    private static PrivateKey readPrivate(Path file) throws IOException {
        var body = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        } catch (GeneralSecurityException e) {
            throw new IOException("no RSA key in " + file.getFileName(), e);
        }
    }

    private static PublicKey publicOf(PrivateKey key) throws IOException {
        try {
            var crt = (RSAPrivateCrtKey) key;
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(crt.getModulus(), crt.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static KeyPair newPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS, RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
