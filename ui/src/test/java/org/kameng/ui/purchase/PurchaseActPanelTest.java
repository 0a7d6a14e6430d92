package org.kameng.ui.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.ledger.Entry;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.Role;
import org.kameng.domain.supplier.Advice;
import org.kameng.domain.supplier.DeskAct;
import org.kameng.domain.supplier.DeskRow;
import org.kameng.domain.supplier.Protocol;
import org.kameng.domain.supplier.PurchaseDecision;
import org.kameng.domain.supplier.PurchaseDesk;
import org.kameng.domain.supplier.PurchasePreview;
import org.kameng.domain.supplier.PurchasePreview.Outcome;
import org.kameng.domain.supplier.PurchaseState;
import org.kameng.domain.supplier.PurchaseView;
import org.kameng.domain.supplier.SupplierId;
import org.kameng.ui.doubles.Partial;
import org.kameng.ui.doubles.ViewTest;

class PurchaseActPanelTest extends ViewTest {
    private static final Actor OLGA = person("olga", Role.OPERATOR);
    private static final Actor OSCAR = person("oscar", Role.OPERATOR);
    private static final Actor ADA = person("ada", Role.AUDITOR);
    private static final Instant AT = Instant.parse("2026-11-25T08:00:00Z");

    private final List<String> done = new ArrayList<>();
    private String token = "seen";
    private boolean two;
    private PurchaseDecision standing;

    @Test
    void the_advice_is_chosen_its_preview_is_shown_and_it_is_decided_with_a_reason() {
        open(OLGA);
        assertThat(text()).contains("The buyer gets ¥29.40 back for the 1 units", "supplier:x", "2,940");
        var decide = $(Button.class).id("decide");
        assertThat(decide.isEnabled()).isFalse();
        $(TextArea.class).id("reason").setValue("a day without an answer");
        $(Button.class).id("decide").click();
        assertThat(done).containsExactly("REFUND seen a day without an answer");
    }

    @Test
    void a_purchase_that_moved_keeps_what_was_written_and_shows_the_new_preview() {
        open(OLGA);
        $(TextArea.class).id("reason").setValue("a day without an answer");
        token = "moved";
        $(Button.class).id("decide").click();
        assertThat(done).isEmpty();
        assertThat($(TextArea.class).id("reason").getValue()).isEqualTo("a day without an answer");
        $(Button.class).id("decide").click();
        assertThat(done).containsExactly("REFUND moved a day without an answer");
    }

    @Test
    void who_proposed_can_only_withdraw_and_a_colleague_confirms() {
        two = true;
        standing = proposal();
        open(OLGA);
        assertThat($(Button.class).all())
                .extracting(button -> button.getId().orElse(""))
                .containsExactly("decline");
        open(OSCAR);
        $(Button.class).id("confirm").click();
        assertThat(done).containsExactly("confirm 7");
    }

    @Test
    void what_changes_about_the_purchase_takes_no_button_from_under_a_hand() {
        var panel = open(OLGA);
        var buttons = $(RadioButtonGroup.class).single().getChildren().toList();
        token = "moved";
        panel.refresh();
        assertThat($(RadioButtonGroup.class).single().getChildren())
                .isNotEmpty()
                .containsExactlyElementsOf(buttons);
    }

    @Test
    void who_only_looks_finds_the_preview_and_no_button() {
        open(ADA);
        assertThat(text()).contains("What will happen", "Your role may only look");
        assertThat($(Button.class).all()).isEmpty();
        assertThat($(RadioButtonGroup.class).all()).hasSize(1);
    }

    private PurchaseActPanel open(Actor who) {
        UI.getCurrent().removeAll();
        var panel = new PurchaseActPanel(Partial.of(PurchaseDesk.class, this), who, "PU00000001", () -> {});
        shown(panel);
        return panel;
    }

    private static String text() {
        return UI.getCurrent().getElement().getTextRecursively();
    }

    private static Actor person(String name, Role role) {
        return new Actor(new AccountId(UUID.nameUUIDFromBytes(name.getBytes())), name, Set.of(role));
    }

    private static PurchaseDecision proposal() {
        return new PurchaseDecision(
                7,
                "PU00000001",
                DeskAct.REFUND,
                "seen",
                "no answer",
                Money.ofFen(60_000),
                PurchaseDecision.State.PROPOSED,
                OLGA.requireAccount(),
                "olga",
                AT,
                null,
                null,
                null,
                null);
    }

    public PurchaseDesk.View view(Actor staff, String no) {
        var refund = new Outcome(
                PurchasePreview.When.AT_ONCE,
                PurchasePreview.Then.REFUNDS,
                1,
                Money.ofFen(2940),
                null,
                List.of(new Entry("buyer-clearing", 2940), new Entry("supplier:x", -2940)));
        var preview = new PurchasePreview(
                DeskAct.REFUND, PurchasePreview.Call.QUERY, List.of(refund), Money.ofFen(2940), two, false, token);
        return new PurchaseDesk.View(row(), 1, List.of(preview), standing, false, List.of());
    }

    private static DeskRow row() {
        var purchase = new PurchaseView(
                "PU00000001",
                new OrderNo("KM261122TEST00000001"),
                1,
                new SupplierId("supplier-x"),
                "X",
                "UP-1",
                PurchaseState.UNKNOWN,
                1,
                0,
                0,
                Money.ofFen(5000),
                null,
                null,
                "TIMEOUT",
                null,
                null,
                3,
                AT,
                AT,
                AT,
                AT,
                null);
        return new DeskRow(
                purchase,
                Protocol.KSP,
                false,
                new SkuId("SKU-1"),
                "点卡",
                "Card",
                true,
                true,
                AT,
                true,
                false,
                null,
                null,
                new Advice(DeskAct.REFUND, Advice.Why.DUE));
    }

    public PurchaseDesk.Result decide(Actor by, String no, PurchaseDesk.Wish wish) {
        if (!wish.token().equals(token)) throw new DomainException(ErrorCode.PREVIEW_STALE);
        done.add(wish.act() + " " + wish.token() + " " + wish.reason());
        return PurchaseDesk.Result.DONE;
    }

    public PurchaseDesk.Result confirm(Actor by, long decision) {
        done.add("confirm " + decision);
        return PurchaseDesk.Result.DONE;
    }
}
