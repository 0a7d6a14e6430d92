package org.kameng.ui.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kameng.domain.catalog.AccountField;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.supplier.SupplyView;
import org.kameng.domain.supplier.SupplyView.Phase;
import org.kameng.ui.doubles.Orders;
import org.kameng.ui.doubles.ViewTest;

class SupplySheetTest extends ViewTest {
    private static final List<AccountField> FIELDS = List.of(
            new AccountField("uid", "账号", "Account", "[0-9]{9,11}", List.of()),
            new AccountField("server", "区服", "Server", "", List.of("华东", "华南")));

    private final List<Map<String, String>> corrected = new ArrayList<>();
    private int refunds;

    private static SupplyView view(Phase phase, boolean mayTakeRefund, List<AccountField> fields) {
        return new SupplyView(
                phase,
                "星舟数字",
                Orders.NOON.minusSeconds(40),
                phase == Phase.SUPPLIER ? Orders.NOON.plusSeconds(20) : null,
                2,
                mayTakeRefund,
                false,
                fields,
                phase == Phase.BUYER ? Orders.NOON.plus(Duration.ofHours(23)) : null);
    }

    private String shown(SupplyView supply) {
        return shown(new SupplySheet(supply, Orders.NOON, () -> refunds++, corrected::add))
                .getElement()
                .getTextRecursively();
    }

    @Test
    void a_buyer_reads_whom_the_order_waits_for_since_when_and_when_it_is_tried_again() {
        assertThat(shown(view(Phase.SUPPLIER, false, List.of())))
                .contains("Waiting for 星舟数字")
                .contains("40 s")
                .contains("Next try in");
        assertThat($(Button.class).all()).isEmpty();
    }

    @Test
    void the_money_may_be_taken_when_it_is_offered() {
        assertThat(shown(view(Phase.SUPPLIER, true, List.of()))).contains("2 that did not arrive");
        $(Button.class).id("take-refund").click();
        assertThat(refunds).isOne();
    }

    @Test
    void a_refused_account_is_corrected_field_by_field() {
        assertThat(shown(view(Phase.BUYER, true, FIELDS)))
                .contains("refused the account")
                .contains("correct it within");
        var send = $(Button.class).id("correct-account");
        $(TextField.class).id("account-uid").setValue("12345");
        $(ComboBox.class).id("account-server").setValue("华东");
        assertThat(send.isEnabled()).as("the account is too short").isFalse();
        $(TextField.class).id("account-uid").setValue(" 1234567890 ");
        assertThat(send.isEnabled()).isTrue();
        send.click();
        assertThat(corrected).containsExactly(Map.of("uid", "1234567890", "server", "华东"));
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void the_tracker_says_in_every_phase_who_must_act_and_what_silence_does(Phase phase) {
        var orders = new Orders();
        orders.state = OrderState.PAID;
        var words = shown(new OrderTracker(orders.order(), view(phase, false, List.of())))
                .getElement()
                .getTextRecursively();
        assertThat(words)
                .contains("Who must act")
                .contains("If nothing happens")
                .doesNotContain("order.now");
        assertThat(until(words, phase)).isTrue();
    }

    private static boolean until(String words, Phase phase) {
        @Nullable Instant actBy = view(phase, false, List.of()).actBy();
        return actBy == null || words.contains("2026-11-23 11:00:00");
    }
}
