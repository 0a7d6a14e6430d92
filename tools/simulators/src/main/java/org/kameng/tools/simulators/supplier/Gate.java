package org.kameng.tools.simulators.supplier;

import java.util.Map;
import java.util.function.Predicate;
import org.kameng.tools.simulators.KnobBox;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.Handler;
import org.kameng.tools.simulators.http.Refusal;
import org.kameng.tools.simulators.http.Request;

/** The troubles that every wire has around its calls. */
public final class Gate {
    private final KnobBox<SupplierKnobs> knobs;
    private final NextOrders troubles;

    Gate(KnobBox<SupplierKnobs> knobs, NextOrders troubles) {
        this.knobs = knobs;
        this.troubles = troubles;
    }

    /** Slow, silent before or silent after. */
    public Handler hold(Handler call, Predicate<Request> purchase) {
        return request -> {
            var trouble = knobs.get();
            Thread.sleep(trouble.slowMs());
            if (KnobBox.hits(trouble.neverAnswers())) {
                Thread.sleep(trouble.holdMs());
                return Answer.json(200, Map.of()).broken();
            }
            var answer = call.handle(request);
            if (purchase.test(request)
                    && KnobBox.hits(troubles.asked(request.text()).timeoutAfterSuccess())) {
                Thread.sleep(trouble.holdMs());
                return answer.broken();
            }
            return answer;
        };
    }

    /** Called by a wire when it knows the caller and before it does anything. */
    public void mayRefuse() {
        var trouble = knobs.get();
        if (KnobBox.hits(trouble.http500())) {
            throw new Refusal(500, "INTERNAL", "系统异常");
        } else if (KnobBox.hits(trouble.limited())) {
            throw new Refused(Why.LIMITED);
        }
    }
}
