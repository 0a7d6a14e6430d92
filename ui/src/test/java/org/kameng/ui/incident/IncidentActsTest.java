package org.kameng.ui.incident;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kameng.domain.shared.Role;
import org.kameng.ui.doubles.ViewTest;

class IncidentActsTest extends ViewTest {
    private final List<String> done = new ArrayList<>();

    @BeforeEach
    void open() {
        var acts = shown(new IncidentActs());
        acts.offerRetry(done::add);
        acts.offerHandOver((role, note) -> done.add(role + ": " + note));
    }

    @Test
    void a_retry_needs_a_reason() {
        var retry = $(Button.class).id("retry");
        assertThat(retry.isEnabled()).isFalse();
        $(TextArea.class).id("retry-reason").setValue("  ");
        assertThat(retry.isEnabled()).isFalse();
        $(TextArea.class).id("retry-reason").setValue("gateway is back");
        retry.click();
        assertThat(done).containsExactly("gateway is back");
    }

    @Test
    @SuppressWarnings("unchecked")
    void handing_over_needs_a_role_and_a_note() {
        var hand = $(Button.class).id("hand-over");
        $(TextArea.class).id("hand-note").setValue("money is the matter");
        assertThat(hand.isEnabled()).isFalse();
        ((Select<Role>) $(Select.class).id("hand-to")).setValue(Role.FINANCE);
        hand.click();
        assertThat(done).containsExactly("FINANCE: money is the matter");
    }
}
