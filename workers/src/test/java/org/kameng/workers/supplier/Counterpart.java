package org.kameng.workers.supplier;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kameng.domain.shared.Money;
import org.kameng.domain.supplier.Protocol;
import org.kameng.domain.supplier.PurchaseRequest;
import org.kameng.domain.supplier.SupplierCalls;
import org.kameng.domain.supplier.SupplierDirectory;
import org.kameng.domain.supplier.SupplierEndpoint;
import org.kameng.domain.supplier.SupplierId;
import org.kameng.domain.supplier.SupplierNews;
import org.kameng.tools.simulators.Suppliers;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.HttpServer;
import org.kameng.tools.simulators.http.Request;
import org.kameng.tools.simulators.http.Router;
import org.kameng.tools.simulators.supplier.SupplierSimulator;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;

/** A simulated supplier, our line to it, our doors for it, and what we wrote down of both. */
final class Counterpart implements AutoCloseable, SupplierCalls, SupplierNews, SupplierDirectory {
    static final Duration READ_TIMEOUT = Duration.ofMillis(1500);

    record News(String kind, String eventId, String subject) {}

    final Protocol protocol;
    final SupplierSimulator supplier;
    final Line line;
    final List<SupplierCalls.Call> calls = new CopyOnWriteArrayList<>();
    final List<News> news = new CopyOnWriteArrayList<>();
    final List<String> refused = new CopyOnWriteArrayList<>();
    final List<Request> letters = new CopyOnWriteArrayList<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    volatile Duration dial = Duration.ZERO;
    volatile boolean newsFail;
    private final HttpServer doors;
    private final MockMvc mvc;

    Counterpart(Path home, String id, Protocol protocol) throws IOException {
        this.protocol = protocol;
        this.supplier = Suppliers.onFreePort(home, id);
        this.line = new Line(new SupplierSettings(Duration.ofSeconds(2), READ_TIMEOUT), this, meters);
        var door = new PushDoor(this, this, this, meters, clock());
        this.mvc = MockMvcBuilders.standaloneSetup(new KspDoor(door, this), new GoofishDoor(door, this))
                .build();
        var router = new Router();
        List.of(KspDoor.ORDERS, KspDoor.PRODUCTS, KspDoor.CANCELS, GoofishDoor.ORDERS, GoofishDoor.GOODS)
                .forEach(path -> router.add("POST", path, this::pass));
        this.doors = new HttpServer(0, router);
        knobs("{\"timeoutAfterSuccess\":0,\"processingSeconds\":0,\"holdMs\":2500}");
    }

    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return Clock.systemUTC().instant().plus(dial);
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    private Answer pass(Request request) throws Exception {
        letters.add(request);
        var response = knock(request.target(), request.headers(), request.body());
        return Answer.of(response.getStatus(), "application/json", response.getContentAsByteArray());
    }

    /** Anybody at the door. */
    MockHttpServletResponse knock(String target, Map<String, String> headers, byte[] body) throws Exception {
        var call = MockMvcRequestBuilders.post(URI.create(target)).content(body);
        headers.forEach((name, value) -> {
            if (!name.equalsIgnoreCase("content-length")) {
                call.header(name, value);
            }
        });
        return mvc.perform(call).andReturn().getResponse();
    }

    /** Under which suppliers reach us. */
    URI publicUrl() {
        return URI.create("http://127.0.0.1:" + doors.port());
    }

    SupplierEndpoint endpoint() {
        return new SupplierEndpoint(
                new SupplierId(supplier.id()),
                protocol,
                supplier.url(),
                file("key").getFirst(),
                file("secrets"),
                String.join("", file("card-key")));
    }

    private List<String> file(String name) {
        try {
            return Files.readAllLines(supplier.credentials().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PurchaseRequest request(String number, String sku, boolean direct, int quantity, long maxFen, String account) {
        Map<String, String> fields = direct ? Map.of(accountField(), account) : Map.of();
        return new PurchaseRequest(
                number,
                sku,
                direct,
                quantity,
                Money.ofFen(maxFen),
                fields,
                URI.create(publicUrl() + (protocol == Protocol.GOOFISH ? GoofishDoor.ORDERS : KspDoor.ORDERS)));
    }

    private String accountField() {
        return protocol == Protocol.GOOFISH ? "account" : "phone";
    }

    void knobs(String json) {
        control("PUT", "/control/knobs", json);
    }

    void product(String sku, String json) {
        control("POST", "/control/products/" + sku, json);
    }

    /** All entries of the supplier's own journal. */
    List<JsonNode> journal(String type) {
        var entries = new ArrayList<JsonNode>();
        control("GET", "/control/journal?type=" + type, "").path("entries").forEach(entries::add);
        return entries;
    }

    JsonNode control(String method, String path, String json) {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(supplier.url().resolve(path))
                    .method(method, HttpRequest.BodyPublishers.ofString(json))
                    .build();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
            return Document.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void record(Call call) {
        calls.add(call);
    }

    @Override
    public boolean orderChanged(SupplierId from, String eventId, String purchaseNo) {
        return heard(new News("order", eventId, purchaseNo));
    }

    @Override
    public boolean productChanged(SupplierId from, String eventId, String supplierSku) {
        return heard(new News("product", eventId, supplierSku));
    }

    private boolean heard(News item) {
        if (newsFail) {
            throw new IllegalStateException("the database is away");
        }
        boolean fresh = news.stream().noneMatch(known -> known.eventId().equals(item.eventId()));
        if (fresh) {
            news.add(item);
        }
        return fresh;
    }

    @Override
    public void refused(Protocol at, String why, byte[] bodySha256, String remoteIp) {
        refused.add(why);
    }

    @Override
    public Optional<SupplierEndpoint> byKey(Protocol asked, String key) {
        var known = endpoint();
        return asked == protocol && known.key().equals(key) ? Optional.of(known) : Optional.empty();
    }

    @Override
    public SupplierEndpoint endpoint(SupplierId id) {
        return endpoint();
    }

    @Override
    public List<SupplierEndpoint> active() {
        return List.of(endpoint());
    }

    @Override
    public void close() throws IOException {
        supplier.close();
        doors.close();
    }
}
