package org.kameng.tools.simulators.supplier.fulu;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.Request;
import org.kameng.tools.simulators.http.Router;
import org.kameng.tools.simulators.supplier.Desk;
import org.kameng.tools.simulators.supplier.Dialect;
import org.kameng.tools.simulators.supplier.Event;
import org.kameng.tools.simulators.supplier.Letter;
import org.kameng.tools.simulators.supplier.Refused;
import org.kameng.tools.simulators.supplier.Why;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One address for all; the method stands in the body, the result is a text that is signed. Nothing is ever pushed. */
final class FuluDialect implements Dialect {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private final Desk desk;
    private final FuluCalls calls;

    FuluDialect(Desk desk) {
        this.desk = desk;
        this.calls = new FuluCalls(desk);
    }

    @Override
    public void route(Router router) {
        router.add(
                "POST",
                "/api/getway",
                desk.gate()
                        .hold(
                                this::call,
                                r -> r.text().contains("\"fulu.order.")
                                        && r.text().contains(".add\"")));
    }

    private Answer call(Request request) {
        var secret = desk.credentials().newest();
        try {
            var envelope = Answer.JSON.readTree(request.body());
            secret = verify(envelope);
            desk.gate().mayRefuse();
            var method = envelope.path("method").asString("");
            var content = Answer.JSON.readTree(envelope.path("biz_content").asString("{}"));
            return answer(secret, 0, "接口调用成功", Answer.JSON.writeValueAsString(calls.call(method, content, secret)));
        } catch (Refused refused) {
            return answer(secret, code(refused.why()), refused.why().words(), "");
        } catch (JacksonException e) {
            return answer(secret, code(Why.PARAM_ERROR), Why.PARAM_ERROR.words(), "");
        }
    }

    private Answer answer(String secret, int code, String message, String result) {
        var json = new LinkedHashMap<String, Object>();
        json.put("code", code);
        json.put("message", message);
        json.put("result", result);
        json.put("sign", FuluSignature.sign(desk.answerSecret(secret), result));
        return Answer.json(200, json);
    }

    private String verify(JsonNode envelope) {
        if (!(envelope instanceof ObjectNode all)
                || !desk.credentials().key().equals(envelope.path("app_key").asString(""))) {
            throw new Refused(Why.BAD_SIGNATURE);
        }
        var sign = all.path("sign").asString("");
        all.remove("sign");
        var text = Answer.JSON.writeValueAsString(all);
        var secret = desk.secretOf(sign, candidate -> FuluSignature.sign(candidate, text));
        try {
            var at = LocalDateTime.parse(all.path("timestamp").asString(""), TIME);
            desk.requireFresh(at.toEpochSecond(CHINA));
        } catch (DateTimeException e) {
            throw new Refused(Why.STALE);
        }
        return secret;
    }

    // Numbers of our own choosing in the style of this wire, as its list is not public.
    private static int code(Why why) {
        return switch (why) {
            case PARAM_ERROR -> 1001;
            case BAD_SIGNATURE -> 1002;
            case STALE -> 1003;
            case LIMITED -> 1004;
            case SKU_NOT_FOUND -> 2101;
            case SKU_OFF -> 2102;
            case OUT_OF_STOCK -> 2103;
            case INSUFFICIENT_BALANCE -> 2104;
            case COST_EXCEEDED -> 2105;
            case ACCOUNT_INVALID -> 2106;
            case REGION_NOT_SUPPORTED -> 2107;
            case IDEMPOTENCY_CONFLICT -> 2108;
            case ORDER_NOT_FOUND -> 2109;
        };
    }

    @Override
    public Letter write(Event event, Letter.Fault fault) {
        return new Letter(URI.create(event.url()), Map.of(), "");
    }

    @Override
    public boolean isHeard(int status, String body) {
        return true;
    }
}
