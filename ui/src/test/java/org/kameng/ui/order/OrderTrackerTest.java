package org.kameng.ui.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kameng.domain.catalog.SkuKind;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.payment.RefundState;
import org.kameng.ui.doubles.Orders;
import org.kameng.ui.doubles.ViewTest;

class OrderTrackerTest extends ViewTest {
    private static final Set<RefundState> BY_CHANNEL =
            EnumSet.of(RefundState.REQUESTED, RefundState.SENT, RefundState.UNKNOWN, RefundState.SUCCESS);
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

    @Test
    void a_top_up_is_never_told_of_cards() {
        orders.kind = SkuKind.DIRECT;
        for (var state : OrderState.values()) {
            orders.state = state;
            assertThat(words())
                    .as(state.name())
                    .doesNotContainIgnoringCase("card")
                    .doesNotContain("order.");
        }
        orders.state = OrderState.DELIVERED;
        assertThat(words()).contains("The account you gave was topped up");
    }

    @Test
    void only_money_that_went_the_way_it_came_is_said_to_have_done_so() {
        for (var state : RefundState.values()) {
            assertThat(OrderWords.refund(state).contains("the way it came"))
                    .as(state.name())
                    .isEqualTo(BY_CHANNEL.contains(state));
        }
        orders.state = OrderState.REFUNDED;
        assertThat(words()).doesNotContain("the way it came");
    }

    private String words() {
        return shown(new OrderTracker(orders.order(), null)).getElement().getTextRecursively();
    }
}
