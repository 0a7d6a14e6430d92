package org.kameng.ui.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Role;
import org.kameng.domain.stock.BatchRecalls;
import org.kameng.domain.stock.RecallState;
import org.kameng.domain.stock.RecallView;
import org.kameng.ui.doubles.Partial;
import org.kameng.ui.doubles.ViewTest;

class RecallPanelTest extends ViewTest {
    private static final Actor OLGA = operator("olga");
    private static final Actor OSCAR = operator("oscar");

    private final List<String> done = new ArrayList<>();
    private Optional<RecallView> stands = Optional.empty();

    @Test
    void a_recall_needs_a_reason() {
        open(OLGA);
        var ask = $(Button.class).id("ask.do");
        assertThat(ask.isEnabled()).isFalse();
        $(TextArea.class).id("reason").setValue("dead codes");
        assertThat(ask.isEnabled()).isTrue();
        ask.click();
        assertThat(done).containsExactly("ask 7 dead codes");
    }

    @Test
    void who_asked_cannot_decide_and_a_colleague_can() {
        stands = Optional.of(locked());
        open(OLGA);
        assertThat(UI.getCurrent().getElement().getTextRecursively()).contains("you asked, so you cannot approve it");
        assertThat($(Button.class).all()).isEmpty();
        open(OSCAR);
        $(TextArea.class).id("reason").setValue("checked");
        $(Button.class).id("confirm").click();
        $(Button.class).id("lift").click();
        assertThat(done).containsExactly("confirm 3 checked", "lift 3 checked");
    }

    private void open(Actor who) {
        UI.getCurrent().removeAll();
        shown(new RecallPanel(Partial.of(BatchRecalls.class, this), who, 7, () -> {}));
    }

    public Optional<RecallView> of(Actor staff, long batch) {
        return stands;
    }

    public RecallView ask(Actor operator, long batch, String reason) {
        done.add("ask " + batch + " " + reason);
        return locked();
    }

    public RecallView confirm(Actor operator, long recall, String reason) {
        done.add("confirm " + recall + " " + reason);
        return locked();
    }

    public RecallView lift(Actor operator, long recall, String reason) {
        done.add("lift " + recall + " " + reason);
        return locked();
    }

    private static RecallView locked() {
        return new RecallView(
                3,
                7,
                RecallState.LOCKED,
                "dead codes",
                OLGA.requireAccount(),
                "olga",
                Instant.EPOCH,
                null,
                null,
                null,
                4,
                1,
                0,
                List.of(),
                2);
    }

    private static Actor operator(String name) {
        return new Actor(new AccountId(UUID.randomUUID()), name, Set.of(Role.OPERATOR));
    }
}
