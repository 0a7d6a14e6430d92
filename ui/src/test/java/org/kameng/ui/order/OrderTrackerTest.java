package org.kameng.ui.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kameng.domain.order.OrderState;
import org.kameng.ui.doubles.Orders;
import org.kameng.ui.doubles.ViewTest;

class OrderTrackerTest extends ViewTest {
    private final Orders orders = new Orders();

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void every_state_says_who_must_act_and_what_silence_does(OrderState state) {
        orders.state = state;
        assertThat(words())
                .contains("Who must act")
                .contains("If nothing happens")
                .doesNotContain("order.now")
                .doesNotContain("order.closed");
    }

    @Test
    void an_unpaid_order_names_its_deadline_in_chinas_time() {
        assertThat(words()).contains("2026-11-22 12:15:00").contains("You");
    }

    @Test
    void a_cancelled_order_waits_for_the_system_and_no_longer_for_the_customer() {
        orders.cancelRequested = true;
        assertThat(words()).contains("Being cancelled").contains("The system");
    }

    private String words() {
        return shown(new OrderTracker(orders.order())).getElement().getTextRecursively();
    }
}
