package org.kameng.ui.inbox;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.util.List;
import java.util.function.Consumer;
import org.kameng.processes.inbox.Decision;

/** A verdict and its reason; without a reason there is no decision, and without its proof none about money that left by hand. */
class DecisionForm extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final RadioButtonGroup<String> verdict = new RadioButtonGroup<>();
    private final TextArea reason = new TextArea(t("decide.reason"));
    private final TextField transfer = new TextField(t("decide.transfer"));
    private final ValueSignal<String> chosen = new ValueSignal<>("");
    private final ValueSignal<String> written = new ValueSignal<>("");
    private final ValueSignal<String> proof = new ValueSignal<>("");

    DecisionForm(String elementId, List<String> verdicts, Consumer<Decision> decided) {
        verdict.setLabel(t("decide.verdict"));
        verdict.setItems(verdicts);
        verdict.setItemLabelGenerator(value -> t("verdict." + elementId + "." + value));
        verdict.setId("verdict");
        verdict.addValueChangeListener(change -> chosen.set(change.getValue() == null ? "" : change.getValue()));
        reason.setMaxLength(Decision.MAX_REASON);
        reason.setMinRows(4);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText(t("decide.reason.help"));
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setId("reason");
        reason.addValueChangeListener(change -> written.set(change.getValue()));
        var byHand = Signal.computed(() -> Decision.needsTransfer(elementId, chosen.get()));
        transfer(byHand);
        var decide = new Button(
                t("decide.submit"),
                click -> decided.accept(
                        new Decision(chosen.peek(), written.peek(), byHand.peek() ? proof.peek() : null)));
        decide.addThemeVariants(ButtonVariant.PRIMARY);
        decide.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        decide.setId("decide");
        decide.bindEnabled(Signal.computed(() -> !chosen.get().isBlank()
                && !written.get().isBlank()
                && (!byHand.get() || !proof.get().isBlank())));
        var keys = new Paragraph(t("decide.keys"));
        keys.addClassName("k-quiet");
        getContent().addClassName("k-stack");
        getContent().add(verdict, transfer, reason, decide, keys);
    }

    private void transfer(Signal<Boolean> byHand) {
        transfer.setMaxLength(Decision.MAX_TRANSFER);
        transfer.setRequiredIndicatorVisible(true);
        transfer.setHelperText(t("decide.transfer.help"));
        transfer.setValueChangeMode(ValueChangeMode.EAGER);
        transfer.setId("transfer");
        transfer.addValueChangeListener(change -> proof.set(change.getValue()));
        transfer.bindVisible(byHand);
    }

    void focus() {
        verdict.getElement().callJsFunction("focus");
    }
}
