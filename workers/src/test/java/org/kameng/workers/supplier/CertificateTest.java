package org.kameng.workers.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kameng.domain.shared.Money;
import org.kameng.domain.supplier.Protocol;
import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.PurchaseRequest;
import org.kameng.domain.supplier.SupplierEndpoint;
import org.kameng.domain.supplier.SupplierId;

/** A supplier that has changed to a certificate nobody vouches for: it hears nothing, and nothing is called failed. */
class CertificateTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final PurchaseRequest OURS = new PurchaseRequest(
            "PU261125TEST0001", "UP-1", false, 1, Money.ofFen(100), Map.of(), URI.create("https://127.0.0.1:9/n"));

    @TempDir
    Path folder;

    private final AtomicInteger heard = new AtomicInteger();

    @Test
    void an_untrusted_certificate_leaves_the_purchase_unclear_and_says_why() throws Exception {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(unknownToAll()));
        server.createContext("/", exchange -> {
            heard.incrementAndGet();
            exchange.close();
        });
        server.start();
        try {
            var line = new Line(
                    new SupplierSettings(Duration.ofSeconds(2), Duration.ofSeconds(5)),
                    call -> {},
                    new SimpleMeterRegistry());
            var supplier = supplier(server.getAddress().getPort());
            var ksp = new KspGateway(line, Clock.systemUTC());
            assertThat(ksp.purchase(supplier, OURS)).isEqualTo(new PurchaseReply.Unknown("CERTIFICATE"));
            assertThat(ksp.query(supplier, OURS)).isEqualTo(new PurchaseReply.Unknown("CERTIFICATE"));
            assertThat(heard).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    private static SupplierEndpoint supplier(int port) {
        return new SupplierEndpoint(
                new SupplierId("renewed"),
                Protocol.KSP,
                URI.create("https://127.0.0.1:" + port),
                "key",
                List.of("0a091b3aa4324435aab703142518a8f7"),
                "card-key");
    }

    private SSLContext unknownToAll() throws Exception {
        var file = folder.resolve("keys.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(KeyStore.getInstance(file.toFile(), PASSWORD), PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
