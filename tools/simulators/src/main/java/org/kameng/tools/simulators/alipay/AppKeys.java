package org.kameng.tools.simulators.alipay;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Properties;
import org.kameng.tools.simulators.SecretFile;
import org.kameng.tools.simulators.channel.Numbers;
import org.kameng.tools.simulators.channel.Rsa;

/**
 * The key pairs of both sides: the SDK refuses an Alipay key that is the application's own. Made at random the first time;
 * the folder {@code merchant} is what a real platform holds.
 */
final class AppKeys {
    final String appId;
    final String sellerId;
    final PublicKey appKey;
    final PrivateKey alipayKey;
    final PrivateKey strangersKey = Rsa.newPair().getPrivate();

    private AppKeys(Path folder, Path alipayKeyFile) throws IOException {
        var app = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve("app.properties"))) {
            app.load(in);
        }
        this.appId = app.getProperty("app_id", "");
        this.sellerId = app.getProperty("seller_id", "");
        this.appKey = Rsa.publicOf(Rsa.readPrivate(folder.resolve("app_private_key.pem")));
        this.alipayKey = Rsa.readPrivate(alipayKeyFile);
    }

    static AppKeys load(Path home) throws IOException {
        var folder = home.resolve("merchant");
        var alipayKey = home.resolve("alipay_private_key.pem");
        // app.properties is written last, so its presence means that everything else is there
        if (!Files.exists(folder.resolve("app.properties"))) {
            Files.createDirectories(folder);
            var alipay = Rsa.newPair();
            SecretFile.write(alipayKey, Rsa.pem(alipay.getPrivate()));
            SecretFile.write(
                    folder.resolve("app_private_key.pem"), Rsa.pem(Rsa.newPair().getPrivate()));
            SecretFile.write(folder.resolve("alipay_public_key.pem"), Rsa.pem(alipay.getPublic()));
            SecretFile.write(
                    folder.resolve("app.properties"),
                    "app_id=20210" + Numbers.digits(11) + "\nseller_id=2088" + Numbers.digits(12) + "\n");
        }
        return new AppKeys(folder, alipayKey);
    }
}
