package org.kameng.workers.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kameng.domain.shared.Money;
import org.kameng.domain.supplier.Protocol;
import org.kameng.domain.supplier.PurchaseReply;
import org.kameng.domain.supplier.PurchaseRequest;
import org.kameng.domain.supplier.SupplierEndpoint;
import org.kameng.domain.supplier.SupplierId;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.HttpServer;
import org.kameng.tools.simulators.http.Request;
import org.kameng.tools.simulators.http.Router;

/** A supplier that took an order and then refuses every question: that must never read as "never charged". */
class RefusedQuestionTest {
    private static final String SECRET = "0a091b3aa4324435aab703142518a8f7";
    private static final PurchaseRequest OURS = new PurchaseRequest(
            "PU261125TEST0001", "UP-1", false, 1, Money.ofFen(100), Map.of(), URI.create("http://127.0.0.1:9/n"));

    private final Line line = new Line(
            new SupplierSettings(Duration.ofSeconds(2), Duration.ofSeconds(2)), call -> {}, new SimpleMeterRegistry());
    private final Router router = new Router();
    private HttpServer server;

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private SupplierEndpoint supplier(Protocol protocol) throws IOException {
        server = new HttpServer(0, router);
        return new SupplierEndpoint(
                new SupplierId("moody"),
                protocol,
                URI.create("http://127.0.0.1:" + server.port()),
                "key",
                List.of(protocol == Protocol.GOOFISH ? "app:" + SECRET + ":mch" : SECRET),
                "card-key");
    }

    @ParameterizedTest
    @CsvSource({
        "403,FORBIDDEN",
        "404,SKU_NOT_FOUND",
        "409,SKU_OFF",
        "409,OUT_OF_STOCK",
        "402,INSUFFICIENT_BALANCE",
        "422,COST_EXCEEDED",
        "422,ACCOUNT_INVALID",
        "422,REGION_NOT_SUPPORTED",
        "429,LIMITED",
        "409,IDEMPOTENCY_CONFLICT",
        "400,BAD_REQUEST",
        "418,SOMETHING_NEW"
    })
    void ksp(int status, String code) throws IOException {
        router.add("GET", "/ksp/v1/orders/{no}", request -> signed(request, status, code));
        var reply = new KspGateway(line, Clock.systemUTC()).query(supplier(Protocol.KSP), OURS);
        assertThat(reply).isEqualTo(new PurchaseReply.Unknown(code));
    }

    @ParameterizedTest
    @CsvSource({"400,BAD_REQUEST", "418,SOMETHING_NEW", "404,ORDER_NOT_FOUND"})
    void a_code_beside_the_published_ones_is_no_refusal_of_an_order_either(int status, String code) throws IOException {
        router.add("POST", "/ksp/v1/orders", request -> signed(request, status, code));
        var reply = new KspGateway(line, Clock.systemUTC()).purchase(supplier(Protocol.KSP), OURS);
        assertThat(reply).isEqualTo(new PurchaseReply.Unknown(code));
    }

    private static Answer signed(Request request, int status, String code) {
        var answer = Answer.json(status, Map.of("code", code, "message", "no"));
        var now = Long.toString(Clock.systemUTC().instant().getEpochSecond());
        var signature = KspSignature.sign(
                SECRET,
                Integer.toString(status),
                request.path(),
                request.query(),
                now,
                "0123456789abcdef",
                answer.body());
        return answer.with(
                Map.of("X-KSP-Timestamp", now, "X-KSP-Nonce", "0123456789abcdef", "X-KSP-Signature", signature));
    }

    @ParameterizedTest
    @CsvSource({"1001", "1004", "2101", "2102", "2103", "2104", "2105", "2106", "2107", "2108", "9999"})
    void fulu(int code) throws IOException {
        var body = Map.of("code", code, "message", "no", "result", "", "sign", FuluSignature.sign(SECRET, ""));
        router.add("POST", "/api/getway", request -> Answer.json(200, body));
        var reply = new FuluGateway(line, Clock.systemUTC()).query(supplier(Protocol.FULU), OURS);
        assertThat(reply).isEqualTo(new PurchaseReply.Unknown("FULU_" + code));
    }

    @ParameterizedTest
    @CsvSource({"1100", "1101", "1102", "1201", "1202", "1203", "1204", "1209", "9999"})
    void goofish(int code) throws IOException {
        var text = "{\"code\":" + code + ",\"msg\":\"充值账号不存在\",\"data\":{}}";
        router.add(
                "POST",
                "/goofish/order/detail",
                request -> Answer.of(200, "application/json", text.getBytes(StandardCharsets.UTF_8)));
        var reply = new GoofishGateway(line, Clock.systemUTC()).query(supplier(Protocol.GOOFISH), OURS);
        assertThat(reply).isEqualTo(new PurchaseReply.Unknown("GOOFISH_" + code));
    }
}
