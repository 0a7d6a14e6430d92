package org.kameng.ui.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kameng.processes.inbox.Decision;
import org.kameng.ui.doubles.ViewTest;

class DecisionFormTest extends ViewTest {
    private final List<Decision> decided = new ArrayList<>();

    @BeforeEach
    void open() {
        shown(new DecisionForm("Task_ReviewPayment", List.of("deliver", "refund"), decided::add));
    }

    @Test
    void a_decision_needs_a_verdict_and_a_reason() {
        assertThat(decide().isEnabled()).isFalse();
        verdict().setValue("refund");
        assertThat(decide().isEnabled()).isFalse();
        $(TextArea.class).id("reason").setValue("Payer does not know of it");
        assertThat(decide().isEnabled()).isTrue();
        decide().click();
        assertThat(decided).containsExactly(new Decision("refund", "Payer does not know of it"));
    }

    @Test
    void blanks_are_no_reason() {
        verdict().setValue("deliver");
        $(TextArea.class).id("reason").setValue("   ");
        assertThat(decide().isEnabled()).isFalse();
    }

    @Test
    void money_paid_back_by_hand_needs_the_reference_of_its_transfer() {
        UI.getCurrent().removeAll();
        shown(new DecisionForm("Task_SettleRefundByHand", List.of("settled", "retry"), decided::add));
        $(TextArea.class).id("reason").setValue("The channel refused it twice");
        assertThat($(TextField.class).all()).isEmpty();
        verdict().setValue("settled");
        assertThat(decide().isEnabled()).isFalse();
        $(TextField.class).id("transfer").setValue("ICBC 20261122-77");
        decide().click();
        verdict().setValue("retry");
        decide().click();
        assertThat(decided)
                .containsExactly(
                        new Decision("settled", "The channel refused it twice", "ICBC 20261122-77"),
                        new Decision("retry", "The channel refused it twice"));
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<String> verdict() {
        return $(RadioButtonGroup.class).id("verdict");
    }

    private Button decide() {
        return $(Button.class).id("decide");
    }
}
