package org.kameng.workers.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kameng.domain.shared.Money;
import org.kameng.domain.supplier.Protocol;
import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.PurchaseRequest;
import org.kameng.domain.supplier.SupplierCalls;
import org.kameng.domain.supplier.SupplierEndpoint;
import org.kameng.domain.supplier.SupplierId;

/** Whatever a supplier answers, it says nothing or something: no answer leaves the line as an exception, and none holds it up. */
class StrangeAnswersTest {
    private static final PurchaseRequest OURS = new PurchaseRequest(
            "PU261125TEST0001", "UP-1", false, 1, Money.ofFen(100), Map.of(), URI.create("http://127.0.0.1:9/n"));

    private final List<SupplierCalls.Call> recorded = new ArrayList<>();
    private final Line line = new Line(
            new SupplierSettings(Duration.ofSeconds(2), Duration.ofSeconds(5)),
            recorded::add,
            new SimpleMeterRegistry());
    private HttpServer server;
    private byte[] answer = {};

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"order_no\":\"PU261125TEST0001\",\"buy_quantity\":99999999999,\"order_status\":10}",
                "{\"order_no\":\"PU261125TEST0001\",\"buy_quantity\":1e20,\"order_status\":10}"
            })
    void a_number_out_of_range_makes_the_answer_unclear(String order) {
        assertThat(asked(order, said -> GoofishOrders.order(Document.parse(said.body()), OURS)))
                .isEqualTo(new PurchaseReply.Unknown("BROKEN_ANSWER"));
    }

    @Test
    void a_code_out_of_range_makes_the_answer_unclear() {
        assertThat(asked("{}", said -> FuluOrders.refused(99_999_999_999L)))
                .isEqualTo(new PurchaseReply.Unknown("BROKEN_ANSWER"));
        assertThat(asked("{}", said -> GoofishOrders.unanswered(99_999_999_999L)))
                .isEqualTo(new PurchaseReply.Unknown("BROKEN_ANSWER"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "\"1e999999999\"", "\"0.001\"", "-1"})
    void an_amount_that_is_none_makes_the_answer_unclear(String yuan) {
        assertThat(asked(
                        "{\"price\":" + yuan + "}",
                        said -> new PurchaseReply.Processing(
                                Document.parse(said.body()).yuan("price").toYuanText())))
                .isEqualTo(new PurchaseReply.Unknown("BROKEN_ANSWER"));
    }

    @Test
    void an_amount_of_millions_of_digits_costs_no_time() {
        var document = Document.parse("{\"price\":\"" + "9".repeat(4_000_000) + "\"}");
        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThatThrownBy(() -> document.yuan("price")).isInstanceOf(Unclear.class));
    }

    @Test
    void what_is_nested_without_end_is_answered_and_recorded_without_its_depths() {
        var deep = "1";
        for (var level = 0; level < 6; level++)
            deep = "{\"a\":\""
                    + ("[".repeat(400) + quoted(deep) + "]".repeat(400))
                            .replace("\\", "\\\\")
                            .replace("\"", "\\\"") + "\"}";
        assertThat(asked(deep, said -> new PurchaseReply.Processing("S1")))
                .isEqualTo(new PurchaseReply.Processing("S1"));
        assertThat(recorded)
                .singleElement()
                .satisfies(call -> assertThat(call.response()).contains("***"));
    }

    private static String quoted(String json) {
        return "\"" + json.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @Test
    void a_day_no_calendar_has_is_no_expiry() {
        assertThat(KspCards.expiry("2027-12-31T23:00:00Z")).isEqualTo(LocalDate.of(2028, 1, 1));
        for (var day : List.of("+500000000-01-01T00:00:00Z", "-500000000-01-01T00:00:00Z", "soon"))
            assertThatThrownBy(() -> KspCards.expiry(day)).as(day).isInstanceOf(DateTimeException.class);
    }

    /** On a virtual thread, as everywhere in the house. */
    private PurchaseReply asked(String said, Function<Heard.Answered, PurchaseReply> read) {
        answer = said.getBytes(StandardCharsets.UTF_8);
        var uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/order");
        var supplier = new SupplierEndpoint(
                new SupplierId("strange"),
                Protocol.KSP,
                uri,
                "key",
                List.of("0a091b3aa4324435aab703142518a8f7"),
                "card-key");
        var ask = new Ask(supplier, OURS.purchaseNo(), "query", "GET", uri, Map.of(), Ask.NOTHING);
        var replies = new ArrayList<PurchaseReply>();
        var thread = Thread.ofVirtual().start(() -> replies.add(line.purchase(ask, OURS, read)));
        try {
            assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(replies).as("no exception").hasSize(1);
        return replies.getFirst();
    }
}
