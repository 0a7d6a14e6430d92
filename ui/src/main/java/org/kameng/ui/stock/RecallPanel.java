package org.kameng.ui.stock;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.Role;
import org.kameng.domain.stock.BatchRecalls;
import org.kameng.domain.stock.RecallState;
import org.kameng.domain.stock.RecallView;
import org.kameng.ui.order.OrderNavigation;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Say;
import org.kameng.ui.shared.Table;
import org.kameng.ui.shared.Texts;

/** Calling a batch back, or deciding on a colleague's wish to. */
class RecallPanel extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient BatchRecalls recalls;
    private final transient Actor actor;
    private final long batch;
    private final Runnable changed;

    RecallPanel(BatchRecalls recalls, Actor actor, long batch, Runnable changed) {
        this.recalls = recalls;
        this.actor = actor;
        this.batch = batch;
        this.changed = changed;
        getContent().addClassName("k-stack");
        recalls.of(actor, batch).ifPresentOrElse(this::stands, this::ask);
    }

    private void ask() {
        if (actor.has(Role.OPERATOR)) {
            getContent().add(new Paragraph(t("recall.ask.why")));
            acts(Map.of("recall.ask.do", reason -> recalls.ask(actor, batch, reason)));
        }
    }

    private void stands(RecallView recall) {
        var box = getContent();
        box.add(Parts.row(Parts.badge(t("recall.state", recall.state()), tone(recall.state()))));
        box.add(new Paragraph(words(recall)));
        if (recall.state() != RecallState.LOCKING) {
            box.add(new Paragraph(t("recall.counts", recall.withdrawn(), recall.replaced(), recall.missing())));
        }
        if (!recall.orders().isEmpty()) {
            box.add(orders(recall));
        }
        switch (recall.state()) {
            case LOCKED -> decide(recall);
            case LIFTED -> ask();
            case DONE -> reconsider(recall);
            case LOCKING -> {}
        }
    }

    private void decide(RecallView recall) {
        if (actor.is(recall.askedBy())) {
            getContent().add(Parts.note(t("recall.waiting"), Tone.WAIT));
        } else if (actor.has(Role.OPERATOR)) {
            var ways = new LinkedHashMap<String, Consumer<String>>();
            ways.put("recall.confirm", reason -> recalls.confirm(actor, recall.id(), reason));
            ways.put("recall.lift", reason -> recalls.lift(actor, recall.id(), reason));
            acts(ways);
        }
    }

    /** A recall that one person made alone may be an error. */
    private void reconsider(RecallView recall) {
        if (recall.decidedAt() == null && actor.has(Role.OPERATOR) && !actor.is(recall.askedBy())) {
            acts(Map.of("recall.lift", reason -> recalls.lift(actor, recall.id(), reason)));
        }
    }

    /** One reason and the acts it may be given for, by the keys of their words. */
    private void acts(Map<String, Consumer<String>> ways) {
        var reason = new TextArea(t("recall.reason"));
        var written = new ValueSignal<>("");
        reason.setId("reason");
        reason.setMaxLength(500);
        reason.setHelperText(t("recall.reason.help"));
        reason.setRequiredIndicatorVisible(true);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.addValueChangeListener(change -> written.set(change.getValue()));
        var row = Parts.row();
        ways.forEach((key, act) -> {
            var first = row.getComponentCount() == 0;
            var button = first
                    ? Parts.primary(t(key), () -> run(act, written.peek()))
                    : Parts.quiet(t(key), () -> run(act, written.peek()));
            button.setId(key.substring(key.indexOf('.') + 1));
            button.bindEnabled(Signal.computed(() -> !written.get().isBlank()));
            row.add(button);
        });
        getContent().add(reason, row);
    }

    private void run(Consumer<String> act, String reason) {
        try {
            act.accept(reason);
            changed.run();
        } catch (DomainException refusal) {
            Say.problem(Texts.refusal(refusal));
        }
    }

    private static Tone tone(RecallState state) {
        return switch (state) {
            case LOCKING, LOCKED -> Tone.WAIT;
            case DONE -> Tone.BAD;
            case LIFTED -> Tone.PLAIN;
        };
    }

    private static String words(RecallView recall) {
        var at = Formats.moment(recall.askedAt());
        return switch (recall.state()) {
            case LOCKING, LOCKED -> t("recall.second", recall.askedByName(), at, recall.reason());
            case DONE ->
                t(
                        "recall.done",
                        recall.askedByName(),
                        at,
                        recall.decidedByName() == null ? recall.askedByName() : recall.decidedByName(),
                        recall.reason());
            case LIFTED -> t("recall.lifted", shown(recall.decidedByName()), shown(recall.decisionReason()));
        };
    }

    private static String shown(@Nullable String text) {
        return text == null ? "–" : text;
    }

    private static Table orders(RecallView recall) {
        var table =
                new Table(t("recall.orders"), t("recall.order"), t("recall.order.replaced"), t("recall.order.missing"));
        recall.orders().forEach(held -> {
            var no = held.order().value();
            table.row(new Anchor(OrderNavigation.deskOrder(no), no), held.replaced(), held.missing());
        });
        return table;
    }
}
