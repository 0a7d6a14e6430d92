package org.kameng.ui.incident;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.kameng.domain.shared.Role;
import org.kameng.processes.incident.Incidents;
import org.kameng.ui.shared.Parts;

/** The two things a person may do about an incident, each with its words: try again now, give it to somebody. */
final class IncidentActs extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    IncidentActs() {
        getContent().addClassName("k-stack");
    }

    void offerRetry(Consumer<String> retry) {
        var written = new ValueSignal<>("");
        var reason = words("incident.retry.reason", "retry-reason", written);
        var again = Parts.primary(t("incident.retry"), () -> retry.accept(written.peek()));
        again.setId("retry");
        again.bindEnabled(Signal.computed(() -> !written.get().isBlank()));
        getContent().add(new H3(t("incident.retry")), hint(t("incident.retry.help")), reason, again);
    }

    void offerHandOver(BiConsumer<Role, String> handOver) {
        var written = new ValueSignal<>("");
        var chosen = new ValueSignal<>("");
        var to = new Select<Role>();
        to.setLabel(t("incident.hand.to"));
        to.setItems(Incidents.HELPERS.stream().sorted().toList());
        to.setItemLabelGenerator(role -> t("role", role));
        to.setId("hand-to");
        to.addValueChangeListener(change -> chosen.set(change.getValue().name()));
        var note = words("incident.hand.note", "hand-note", written);
        var hand =
                new Button(t("incident.hand"), click -> handOver.accept(Role.valueOf(chosen.peek()), written.peek()));
        hand.setId("hand-over");
        hand.bindEnabled(
                Signal.computed(() -> !chosen.get().isBlank() && !written.get().isBlank()));
        getContent().add(new H3(t("incident.hand")), to, note, hand);
    }

    private static Paragraph hint(String text) {
        var hint = new Paragraph(text);
        hint.addClassName("k-quiet");
        return hint;
    }

    private static TextArea words(String label, String id, ValueSignal<String> written) {
        var words = new TextArea(t(label));
        words.setMaxLength(Incidents.MAX_WORDS);
        words.setMinRows(3);
        words.setWidthFull();
        words.setRequiredIndicatorVisible(true);
        words.setHelperText(t("decide.reason.help"));
        words.setValueChangeMode(ValueChangeMode.EAGER);
        words.setId(id);
        words.addValueChangeListener(change -> written.set(change.getValue()));
        return words;
    }
}
