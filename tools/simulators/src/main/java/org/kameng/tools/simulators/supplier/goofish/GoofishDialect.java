package org.kameng.tools.simulators.supplier.goofish;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.Handler;
import org.kameng.tools.simulators.http.Request;
import org.kameng.tools.simulators.http.Router;
import org.kameng.tools.simulators.supplier.Desk;
import org.kameng.tools.simulators.supplier.Dialect;
import org.kameng.tools.simulators.supplier.Event;
import org.kameng.tools.simulators.supplier.Letter;
import org.kameng.tools.simulators.supplier.Product;
import org.kameng.tools.simulators.supplier.Refused;
import org.kameng.tools.simulators.supplier.Why;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Answers 200 to everything; the code inside decides. Answers are not signed, callbacks are. */
final class GoofishDialect implements Dialect {
    /** A call on the body of a request whose sender is known. */
    private interface Call {
        Object on(JsonNode body);
    }

    private final Desk desk;
    private final GoofishCalls calls;

    GoofishDialect(Desk desk) {
        this.desk = desk;
        this.calls = new GoofishCalls(desk);
    }

    @Override
    public void route(Router router) {
        router.add("POST", "/goofish/open/info", r -> ok(calls.info()));
        router.add(
                "POST",
                "/goofish/user/info",
                around(body -> Map.of("balance", desk.shelf().balance())));
        router.add("POST", "/goofish/goods/list", around(calls::list));
        router.add("POST", "/goofish/goods/detail", around(calls::detail));
        router.add("POST", "/goofish/goods/change/subscribe", around(calls::subscribe));
        router.add("POST", "/goofish/order/purchase/create", around(body -> calls.create(body, false)));
        router.add("POST", "/goofish/order/recharge/create", around(body -> calls.create(body, true)));
        router.add("POST", "/goofish/order/detail", around(calls::order));
    }

    private Handler around(Call call) {
        Handler judged = request -> {
            try {
                verify(request);
                desk.gate().mayRefuse();
                return ok(call.on(Answer.JSON.readTree(request.body())));
            } catch (Refused refused) {
                return Answer.json(
                        200,
                        Map.of("code", code(refused.why()), "msg", refused.why().words(), "data", Map.of()));
            } catch (JacksonException e) {
                return Answer.json(200, Map.of("code", 1201, "msg", "参数错误", "data", Map.of()));
            }
        };
        return desk.gate().hold(judged, request -> request.path().endsWith("/create"));
    }

    private static Answer ok(Object data) {
        return Answer.json(200, Map.of("code", 0, "msg", "OK", "data", data));
    }

    private void verify(Request request) {
        var timestamp = String.valueOf(request.parameter("timestamp"));
        var mchId = String.valueOf(request.parameter("mch_id"));
        if (!desk.credentials().key().equals(mchId) || !timestamp.matches("\\d{1,12}")) {
            throw new Refused(Why.BAD_SIGNATURE);
        }
        desk.secretOf(
                String.valueOf(request.parameter("sign")),
                secret -> GoofishSignature.sign(secret, mchId, timestamp, request.body()));
        desk.requireFresh(Long.parseLong(timestamp));
    }

    // The documented codes, but 1204, which is ours; a number taken before is 1203 whatever its content.
    private static int code(Why why) {
        return switch (why) {
            case BAD_SIGNATURE -> 401;
            case STALE -> 408;
            case SKU_NOT_FOUND -> 1100;
            case SKU_OFF -> 1101;
            case OUT_OF_STOCK -> 1102;
            case ORDER_NOT_FOUND -> 1200;
            case PARAM_ERROR, ACCOUNT_INVALID, REGION_NOT_SUPPORTED -> 1201;
            case COST_EXCEEDED -> 1202;
            case IDEMPOTENCY_CONFLICT -> 1203;
            case INSUFFICIENT_BALANCE -> 1204;
            case LIMITED -> 1209;
        };
    }

    @Override
    public Letter write(Event event, Letter.Fault fault) {
        var body = Answer.JSON.writeValueAsString(
                switch (event.kind()) {
                    case ORDER -> calls.document(desk.counter().order(event.subject()));
                    case CANCEL ->
                        calls.document(desk.counter()
                                .order(desk.returns()
                                        .cancellation(event.subject())
                                        .orderNo()));
                    case PRODUCT -> Map.of("items", List.of(change(desk.shelf().product(event.subject()))));
                });
        var timestamp = Long.toString(desk.signedAt(fault).getEpochSecond());
        var mchId = desk.credentials().key();
        var sign =
                GoofishSignature.sign(desk.pushSecret(fault), mchId, timestamp, body.getBytes(StandardCharsets.UTF_8));
        var url = URI.create(event.url() + "?mch_id=" + mchId + "&timestamp=" + timestamp + "&sign=" + sign);
        return new Letter(url, Map.of(), body);
    }

    private static Map<String, Object> change(Product product) {
        return Map.of(
                "goods_no",
                product.sku(),
                "goods_type",
                product.direct() ? 1 : 2,
                "price",
                product.costFen(),
                "stock",
                product.stock() < 0 ? GoofishCalls.UNLIMITED : product.stock(),
                "status",
                product.onSale() ? 1 : 2,
                "change_time",
                product.updatedAt().getEpochSecond());
    }

    @Override
    public boolean isHeard(int status, String body) {
        try {
            return status == 200 && Answer.JSON.readTree(body).path("code").asInt(-1) == 0;
        } catch (JacksonException e) {
            return false;
        }
    }
}
