package org.kameng.ui.supplier;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import org.kameng.domain.supplier.CallRow;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Texts;

/** How exchanges with suppliers are told: our word for the outcome, and why. */
public final class CallWords {
    private CallWords() {}

    static Span outcome(String outcome) {
        var parts = outcome.split(":", 2);
        var word = Texts.known("call.outcome." + parts[0]).orElse(parts[0]);
        var badge = Parts.badge(parts.length == 1 ? word : word + " · " + code(parts[1]), tone(parts[0]));
        badge.setTitle(outcome);
        return badge;
    }

    /** The words of a code of ours; a supplier's own code stands for itself. */
    public static String code(String code) {
        return Texts.known("purchase.code." + code).orElse(code);
    }

    static boolean isUnclear(String outcome) {
        return outcome.startsWith("UNKNOWN") || outcome.startsWith("REFUSED");
    }

    private static Tone tone(String word) {
        return switch (word) {
            case "UNKNOWN" -> Tone.WAIT;
            case "REFUSED", "FAILED" -> Tone.BAD;
            case "SUCCEEDED", "OK" -> Tone.OK;
            default -> Tone.INFO;
        };
    }

    static Div text(CallRow.Text said) {
        var response = said.response();
        var box = new Div(
                new H3(t("call.request")),
                new Pre(said.request()),
                new H3(t("call.response")),
                new Pre(response == null || response.isEmpty() ? t("call.silence") : response));
        box.addClassNames("k-stack", "k-exchange");
        return box;
    }
}
