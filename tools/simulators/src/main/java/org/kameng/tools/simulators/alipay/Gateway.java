package org.kameng.tools.simulators.alipay;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kameng.tools.simulators.KnobBox;
import org.kameng.tools.simulators.channel.Fields;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.Refusal;
import org.kameng.tools.simulators.http.Request;

/**
 * The one address of the gateway. It answers 200 to whatever was asked; what became of it stands in the node, which is
 * signed as it is written.
 */
final class Gateway {
    private final Wire wire;
    private final KnobBox<AlipayKnobs> knobs;
    private final TradeApi api;

    Gateway(Wire wire, KnobBox<AlipayKnobs> knobs, TradeApi api) {
        this.wire = wire;
        this.knobs = knobs;
        this.api = api;
    }

    Answer handle(Request request) throws InterruptedException {
        var trouble = knobs.get();
        pause(trouble.answerDelayMs());
        if (KnobBox.hits(trouble.error5xx())) {
            return Answer.of(500, "text/html", "Internal Server Error".getBytes(StandardCharsets.UTF_8));
        }
        // Protocol fields stand in the query, biz_content in the body; the signature covers both.
        var fields = Wire.form(request.query());
        fields.putAll(Wire.form(request.text()));
        var method = fields.getOrDefault("method", "");
        var node = node(method, fields, trouble);
        var genuine = !KnobBox.hits(trouble.badAnswerSignature());
        if (TradeApi.changes(method) && KnobBox.hits(trouble.timeoutAfterSuccess())) {
            pause(trouble.holdMs());
            return answer(method, node, genuine).broken();
        }
        return answer(method, node, genuine);
    }

    private Map<String, Object> node(String method, Map<String, String> fields, AlipayKnobs trouble) {
        try {
            if (KnobBox.hits(trouble.busy())) {
                throw new Refusal(503, "isp.unknow-error", "系统繁忙");
            }
            if (KnobBox.hits(trouble.isvError())) {
                throw new Refusal(403, "isv.insufficient-isv-permissions", "ISV权限不足");
            }
            wire.verify(fields);
            var node = outcome("10000", "Success");
            var content = Fields.of(fields.getOrDefault("biz_content", "{}"));
            node.putAll(api.call(method, content, fields.get("notify_url")));
            return node;
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    private static Map<String, Object> refused(Refusal refusal) {
        var subCode = refusal.code().equals("PARAM_ERROR") ? "ACQ.INVALID_PARAMETER" : refusal.code();
        var node = outcome(subCode);
        node.put("sub_code", subCode);
        node.put("sub_msg", String.valueOf(refusal.getMessage()));
        return node;
    }

    private static Map<String, Object> outcome(String subCode) {
        if (subCode.startsWith("ACQ.")) {
            return outcome("40004", "Business Failed");
        } else if (subCode.startsWith("isp.")) {
            return outcome("20000", "Service Currently Unavailable");
        } else if (subCode.startsWith("isv.insufficient")) {
            return outcome("40006", "Insufficient Permissions");
        } else if (subCode.startsWith("isv.missing")) {
            return outcome("40001", "Missing Required Arguments");
        }
        return outcome("40002", "Invalid Arguments");
    }

    private static Map<String, Object> outcome(String code, String message) {
        var node = new LinkedHashMap<String, Object>();
        node.put("code", code);
        node.put("msg", message);
        return node;
    }

    private Answer answer(String method, Map<String, Object> node, boolean genuine) {
        var name = method.isEmpty() ? "error_response" : method.replace('.', '_') + "_response";
        var text = Answer.JSON.writeValueAsString(node);
        var whole = "{\"" + name + "\":" + text + ",\"sign\":\"" + wire.signNode(text, genuine) + "\"}";
        return Answer.of(200, "application/json;charset=utf-8", whole.getBytes(StandardCharsets.UTF_8));
    }

    private static void pause(int millis) throws InterruptedException {
        if (millis > 0) {
            Thread.sleep(millis);
        }
    }
}
