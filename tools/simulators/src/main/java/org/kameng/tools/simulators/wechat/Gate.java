package org.kameng.tools.simulators.wechat;

import java.util.Map;
import org.kameng.tools.simulators.KnobBox;
import org.kameng.tools.simulators.channel.Numbers;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.Handler;
import org.kameng.tools.simulators.http.Refusal;

/** What stands around every signed call: the troubles, the check of the request's signature, the answer's own. */
final class Gate {
    private final Wire wire;
    private final KnobBox<WeChatKnobs> knobs;

    Gate(Wire wire, KnobBox<WeChatKnobs> knobs) {
        this.wire = wire;
        this.knobs = knobs;
    }

    Handler around(Handler call) {
        return request -> {
            var trouble = knobs.get();
            pause(trouble.answerDelayMs());
            if (KnobBox.hits(trouble.error429())) {
                throw new Refusal(429, "FREQUENCY_LIMITED", "频率超限");
            }
            if (KnobBox.hits(trouble.error5xx())) {
                throw new Refusal(500, "SYSTEM_ERROR", "系统异常，请用相同参数重新调用");
            }
            wire.verify(request);
            var answer = call.handle(request);
            if (request.method().equals("POST") && KnobBox.hits(trouble.timeoutAfterSuccess())) {
                pause(trouble.holdMs());
                return signed(answer, true).broken();
            }
            return signed(answer, !KnobBox.hits(trouble.badAnswerSignature()));
        };
    }

    private Answer signed(Answer answer, boolean genuine) {
        return answer.with(wire.signAnswer(answer.text(), genuine))
                .with(Map.of("Request-ID", Numbers.hex(32).toUpperCase(java.util.Locale.ROOT)));
    }

    private static void pause(int millis) throws InterruptedException {
        if (millis > 0) {
            Thread.sleep(millis);
        }
    }
}
