package org.kameng.ui.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kameng.domain.order.PlaceResult;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Money;
import org.kameng.ui.doubles.Goods;
import org.kameng.ui.doubles.Orders;
import org.kameng.ui.doubles.ViewTest;

class CheckoutViewTest extends ViewTest {
    private final Orders orders = new Orders();
    private CheckoutView view;

    @BeforeEach
    void open() {
        view = shown(new CheckoutView(Goods.catalog(), orders.service()));
        view.open("GM-NEB-30.xingzhou");
    }

    @Test
    void nothing_is_bought_before_the_words_are_confirmed() {
        assertThat(place().isEnabled()).isFalse();
        confirm();
        assertThat(place().isEnabled()).isTrue();
    }

    @Test
    void the_total_follows_the_quantity() {
        $(IntegerField.class).single().setValue(3);
        assertThat($(Span.class).withClassName("k-price").single().getText()).isEqualTo("¥88.20");
    }

    @Test
    void a_quantity_that_cannot_be_had_is_not_turned_into_another() {
        confirm();
        for (var typed : new Integer[] {0, -5, 21, null}) {
            $(IntegerField.class).single().setValue(typed);
            assertThat(place().isEnabled()).as("%s", typed).isFalse();
            assertThat($(Span.class).withClassName("k-price").single().getText())
                    .isEqualTo("–");
        }
        $(IntegerField.class).single().setValue(2);
        place().click();
        assertThat(orders.wishes.getFirst().quantity()).isEqualTo(2);
    }

    @Test
    void the_price_that_was_shown_is_the_price_that_is_asked_for() {
        orders.answer = new PlaceResult.Refused(ErrorCode.PRICE_CHANGED, List.of("39.40"));
        confirm();
        place().click();
        assertThat(orders.wishes.getFirst().price()).isEqualTo(Money.ofFen(2940));
        assertThat(view.getElement().getTextRecursively()).contains("39.40").contains("nothing was ordered");
        assertThat($(Checkbox.class).id("no-return").getValue())
                .as("what was confirmed stays")
                .isTrue();
    }

    @Test
    void a_second_click_carries_the_same_request() {
        orders.answer = new PlaceResult.SoldOut(0);
        confirm();
        place().click();
        place().click();
        assertThat(orders.wishes).hasSize(2);
        assertThat(orders.wishes.get(0).requestId())
                .isEqualTo(orders.wishes.get(1).requestId());
        assertThat(orders.wishes.getFirst().noReturnTextVersion()).isEqualTo("2026-11");
    }

    @Test
    void what_is_left_is_told_before_anybody_pays() {
        orders.answer = new PlaceResult.SoldOut(2);
        confirm();
        place().click();
        assertThat(view.getElement().getTextRecursively()).contains("2 left").contains("Nothing was ordered or paid");
    }

    @Test
    void a_refusal_is_told_in_its_own_words() {
        orders.answer = new PlaceResult.Refused(ErrorCode.TOO_MANY_UNPAID_ORDERS, java.util.List.of(3));
        confirm();
        place().click();
        assertThat(view.getElement().getTextRecursively()).contains("at most 3 unpaid orders");
    }

    @Test
    void an_offer_that_is_gone_cannot_be_ordered() {
        view.open("NO-SUCH.seller");
        assertThat($(Button.class).all()).isEmpty();
        assertThat(view.getElement().getTextRecursively()).contains("no longer sold");
    }

    private Button place() {
        return $(Button.class).id("place");
    }

    private void confirm() {
        $(Checkbox.class).id("no-return").setValue(true);
    }
}
