package org.kameng.ui.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kameng.domain.shared.DomainException;
import org.kameng.ui.doubles.Doors;
import org.kameng.ui.doubles.Orders;
import org.kameng.ui.doubles.ViewTest;

class OrderNavigationTest extends ViewTest {

    @Test
    void what_begins_no_order_number_never_reaches_an_address() {
        assertThat(OrderNavigation.beginningLike("13800000001").getQueryString())
                .isEmpty();
        assertThat(OrderNavigation.beginningLike("KM2611").getQueryString()).isEqualTo("q=KM2611");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KM26112200000000000000000000000000000", "KM\0", "KM 26"})
    void a_mistyped_number_is_an_order_that_is_not_there(String typed) {
        assertThatThrownBy(() -> OrderNavigation.no(Doors.to(OrderPage.class, OrderNavigation.NO, typed)))
                .isInstanceOf(DomainException.class)
                .hasMessage("NOT_FOUND");
    }

    @Test
    void a_number_is_read_from_the_address() {
        assertThat(OrderNavigation.no(Doors.to(OrderPage.class, OrderNavigation.NO, Orders.NO.value())))
                .isEqualTo(Orders.NO);
    }
}
