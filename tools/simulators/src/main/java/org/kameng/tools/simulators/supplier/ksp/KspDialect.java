package org.kameng.tools.simulators.supplier.ksp;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.Handler;
import org.kameng.tools.simulators.http.Refusal;
import org.kameng.tools.simulators.http.Request;
import org.kameng.tools.simulators.http.Router;
import org.kameng.tools.simulators.supplier.Desk;
import org.kameng.tools.simulators.supplier.Dialect;
import org.kameng.tools.simulators.supplier.Digests;
import org.kameng.tools.simulators.supplier.Event;
import org.kameng.tools.simulators.supplier.Letter;
import org.kameng.tools.simulators.supplier.Refused;
import org.kameng.tools.simulators.supplier.Why;
import tools.jackson.core.JacksonException;

/** Verifies every request, signs every answer, refusals included, and signs pushes. */
final class KspDialect implements Dialect {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(ZoneOffset.ofHours(8));
    private static final int NONCE_CHARACTERS = 32;

    private final Desk desk;
    private final KspCalls calls;

    KspDialect(Desk desk) {
        this.desk = desk;
        this.calls = new KspCalls(desk);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    @Override
    public void route(Router router) {
        var root = "/ksp/v1";
        router.add("GET", root + "/info", around(calls::info));
        router.add("GET", root + "/balance", around(calls::balance));
        router.add("GET", root + "/products", around(calls::products));
        router.add("GET", root + "/products/{sku}", around(calls::product));
        router.add("POST", root + "/orders", around(calls::place));
        router.add("GET", root + "/orders/{no}", around(calls::order));
        router.add("POST", root + "/orders/{no}/cancel", around(calls::cancel));
        router.add("GET", root + "/orders/{no}/evidence", around(calls::evidence));
        router.add("POST", root + "/subscriptions", around(calls::subscribe));
    }

    private Handler around(Handler call) {
        Handler signed = request -> {
            var secret = desk.credentials().newest();
            Answer answer;
            try {
                secret = verify(request);
                desk.gate().mayRefuse();
                answer = call.handle(request);
            } catch (Refused refused) {
                answer = refused(refused);
            } catch (Refusal refusal) {
                answer = refusal.answer();
            } catch (JacksonException e) {
                answer = Answer.json(400, Map.of("code", Why.PARAM_ERROR.name(), "message", "请求体不正确"));
            }
            return answer.with(
                    headers(desk.answerSecret(secret), Integer.toString(answer.status()), request, answer.body()));
        };
        return desk.gate().hold(signed, request -> request.path().endsWith("/orders"));
    }

    private String verify(Request request) {
        var key = header(request, "x-ksp-key");
        var timestamp = header(request, "x-ksp-timestamp");
        var nonce = header(request, "x-ksp-nonce");
        if (!desk.credentials().key().equals(key) || !nonce.matches("[0-9a-f]{16,32}")) {
            throw new Refused(Why.BAD_SIGNATURE);
        }
        var secret = desk.secretOf(
                header(request, "x-ksp-signature"),
                candidate -> KspSignature.sign(
                        candidate,
                        request.method(),
                        request.path(),
                        request.query(),
                        timestamp,
                        nonce,
                        request.body()));
        desk.requireFresh(Long.parseLong(timestamp));
        desk.requireFirstUse(nonce);
        return secret;
    }

    private static String header(Request request, String name) {
        var value = request.header(name);
        if (value == null) {
            throw new Refused(Why.BAD_SIGNATURE);
        }
        return value;
    }

    private Answer refused(Refused refused) {
        var json = new LinkedHashMap<String, Object>();
        json.put(
                "code",
                refused.why() == Why.STALE
                        ? Why.BAD_SIGNATURE.name()
                        : refused.why().name());
        json.put("message", refused.why().words());
        if (refused.why() == Why.ORDER_NOT_FOUND) {
            json.put("seenUntil", time(desk.now()));
        }
        var answer = Answer.json(status(refused.why()), json);
        return refused.why() == Why.LIMITED ? answer.with(Map.of("Retry-After", "5")) : answer;
    }

    private static int status(Why why) {
        return switch (why) {
            case BAD_SIGNATURE, STALE -> 401;
            case INSUFFICIENT_BALANCE -> 402;
            case SKU_NOT_FOUND, ORDER_NOT_FOUND -> 404;
            case SKU_OFF, OUT_OF_STOCK, IDEMPOTENCY_CONFLICT -> 409;
            case COST_EXCEEDED, ACCOUNT_INVALID, REGION_NOT_SUPPORTED -> 422;
            case LIMITED -> 429;
            case PARAM_ERROR -> 400;
        };
    }

    private Map<String, String> headers(String secret, String status, Request request, byte[] body) {
        return headers(secret, desk.now(), status, request.path(), request.query(), body);
    }

    private Map<String, String> headers(
            String secret, Instant at, String methodOrStatus, String path, @Nullable String query, byte[] body) {
        var timestamp = Long.toString(at.getEpochSecond());
        var nonce = Digests.hex(NONCE_CHARACTERS);
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-KSP-Key", desk.credentials().key());
        headers.put("X-KSP-Timestamp", timestamp);
        headers.put("X-KSP-Nonce", nonce);
        headers.put("X-KSP-Signature", KspSignature.sign(secret, methodOrStatus, path, query, timestamp, nonce, body));
        return headers;
    }

    @Override
    public Letter write(Event event, Letter.Fault fault) {
        var json = new LinkedHashMap<String, Object>();
        json.put("eventId", event.id());
        json.put("seq", event.seq());
        json.put("occurredAt", time(event.at()));
        json.put("data", calls.news(event));
        var body = Answer.JSON.writeValueAsString(json);
        var url = URI.create(event.url());
        var headers = headers(
                desk.pushSecret(fault),
                desk.signedAt(fault),
                "POST",
                url.getRawPath(),
                url.getRawQuery(),
                body.getBytes(StandardCharsets.UTF_8));
        return new Letter(url, headers, body);
    }

    @Override
    public boolean isHeard(int status, String body) {
        try {
            return status == 200
                    && Objects.equals(Answer.JSON.readTree(body).path("code").asString(""), "OK");
        } catch (JacksonException e) {
            return false;
        }
    }
}
