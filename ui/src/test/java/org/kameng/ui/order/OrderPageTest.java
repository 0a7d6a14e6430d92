package org.kameng.ui.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kameng.domain.catalog.AccountField;
import org.kameng.domain.order.OrderState;
import org.kameng.domain.payment.RefundView;
import org.kameng.domain.payment.Refunds;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.supplier.SupplyDesk;
import org.kameng.domain.supplier.SupplyView;
import org.kameng.domain.supplier.SupplyView.Phase;
import org.kameng.ui.doubles.Orders;
import org.kameng.ui.doubles.Partial;
import org.kameng.ui.doubles.ViewTest;
import org.kameng.ui.shared.ChangeFeed;

class OrderPageTest extends ViewTest {
    private final Orders orders = new Orders();
    private final Supplies supplies = new Supplies();
    private final Map<String, Long> versions = new HashMap<>();
    private final ChangeFeed feed = new ChangeFeed((kind, nos) -> versions);
    private OrderPage page;

    /** Waits for the buyer to correct the account. */
    public static class Supplies {
        public Optional<SupplyView> waiting(Actor viewer, OrderNo no) {
            var uid = new AccountField("uid", "账号", "Account", "[0-9]{9,11}", List.of());
            return Optional.of(new SupplyView(
                    Phase.BUYER,
                    "星舟数字",
                    Orders.NOON,
                    null,
                    2,
                    false,
                    false,
                    List.of(uid),
                    Orders.NOON.plus(Duration.ofHours(23))));
        }
    }

    /** Nothing was paid back. */
    public static class NoRefunds {
        public List<RefundView> ofOrder(Actor viewer, OrderNo no) {
            return List.of();
        }
    }

    @BeforeEach
    void open() {
        orders.state = OrderState.PAID;
        page = shown(new OrderPage(
                orders.service(),
                Partial.of(Refunds.class, new NoRefunds()),
                Partial.of(SupplyDesk.class, supplies),
                null,
                feed,
                Clock.fixed(Orders.NOON, ZoneOffset.UTC)));
        page.open(Orders.NO);
    }

    @Test
    void an_order_that_moves_leaves_what_the_buyer_is_typing_alone() {
        typed().setValue("123456");
        changed();
        assertThat(typed().getValue()).isEqualTo("123456");
    }

    @Test
    void what_has_changed_is_drawn_anew() {
        orders.state = OrderState.REFUNDED;
        changed();
        assertThat($(TextField.class).all()).isEmpty();
        assertThat(page.getElement().getTextRecursively()).contains("Your money has gone back");
    }

    private TextField typed() {
        return $(TextField.class).id("account-uid");
    }

    private void changed() {
        versions.merge(Orders.NO.value(), 2L, Long::sum);
        feed.round();
        roundTrip();
    }
}
