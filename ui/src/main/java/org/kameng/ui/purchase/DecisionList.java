package org.kameng.ui.purchase;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.supplier.PurchaseDecision;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;

/** What was decided about a purchase before. */
class DecisionList extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    DecisionList(List<PurchaseDecision> decisions) {
        getContent().addClassName("k-stack");
        getContent().add(new H3(t("decide.before")));
        decisions.forEach(decision -> getContent().add(one(decision)));
    }

    private static Div one(PurchaseDecision decision) {
        var who = new Paragraph(words(decision));
        who.addClassName("k-quiet");
        return new Div(
                Parts.row(
                        Parts.badge(t("purchase.decision", decision.state()), tone(decision.state())),
                        new Span(t("purchase.act", decision.act()))),
                who);
    }

    private static String words(PurchaseDecision decision) {
        var first = t(
                "purchase.decision.by",
                decision.proposedName(),
                Formats.moment(decision.proposedAt()),
                decision.reason());
        var second = Objects.requireNonNullElse(decision.decidedName(), "");
        return switch (decision.state()) {
            case PROPOSED, OVERTAKEN -> first;
            case DECLINED -> first + " " + t("purchase.decision.declined", second, shown(decision.decidedReason()));
            case DONE ->
                second.equals(decision.proposedName()) ? first : first + " " + t("purchase.decision.confirmed", second);
        };
    }

    private static String shown(@Nullable String text) {
        return text == null ? "–" : text;
    }

    private static Tone tone(PurchaseDecision.State state) {
        return switch (state) {
            case PROPOSED -> Tone.WAIT;
            case DONE -> Tone.OK;
            case DECLINED -> Tone.BAD;
            case OVERTAKEN -> Tone.PLAIN;
        };
    }
}
