package org.kameng.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A supplier keeps a dear purchase waiting: two operators ask it to take the order back, and when it does not, pay the buyer back. */
@Order(Walk.LAST - 3)
class PurchaseDeskWalkIT extends Walk {
    private static final String NEVER_DONE = "{\"processingSeconds\":400000}";
    private static final Duration LONGER_THAN_PROMISED = Duration.ofMinutes(31);
    /** At 128 yuan each above the limit from which two decide. */
    private static final String QUANTITY = "5";

    private static Page buyer;
    private static Page olga;
    private static Page oscar;
    private static String order = "";

    @BeforeAll
    static void open() {
        buyer = screen.somebody("zh-CN");
        visitor.logIn(buyer, "13800000001");
    }

    @Test
    @Order(1)
    void what_a_supplier_keeps_waiting_stands_at_the_desk_with_advice() {
        house.nextOrder("xingzhou", "GM-NEB-DLC", NEVER_DONE);
        visitor.go(buyer, "/checkout?offer=GM-NEB-DLC.xingzhou");
        var quantity = buyer.locator("vaadin-integer-field input");
        quantity.fill(QUANTITY);
        quantity.press("Tab");
        order = place(buyer);
        pay(buyer, "#simulator");
        Screen.seen(buyer.locator("#supply").getByText("星舟数字"));
        house.advance(LONGER_THAN_PROMISED);
        olga = operator("olga.operator");
        for (var language : new String[] {"en", "zh"}) {
            visitor.go(olga, "/desk/purchases?lang=" + language);
            Screen.seen(olga.getByText(order));
            screen.keep(olga, "purchase-desk-" + language);
            Screen.judge(olga);
        }
    }

    @Test
    @Order(2)
    void one_operator_sees_exactly_what_would_happen_and_proposes_it() {
        visitor.go(olga, "/desk/purchases?no=" + order);
        Screen.seen(olga.getByText(order));
        olga.locator("vaadin-grid-cell-content a[href*='desk/purchases/']")
                .first()
                .click();
        choose(olga, "请供应商撤单");
        screen.keep(olga, "purchase-preview");
        Screen.judge(olga);
        assertThat(olga.locator("#decide").isEnabled())
                .as("nothing without a reason")
                .isFalse();
        propose(olga, "供应商超过半小时未发货");
        assertThat(olga.locator("#confirm").count())
                .as("nobody confirms the own proposal")
                .isZero();
        screen.keep(olga, "purchase-proposed");
        Screen.judge(olga);
    }

    @Test
    @Order(3)
    void another_operator_agrees_and_the_supplier_does_not() {
        oscar = operator("oscar.operator");
        oscar.navigate(olga.url());
        Screen.seen(oscar.locator("#confirm"));
        screen.keep(oscar, "purchase-to-confirm");
        Screen.judge(oscar);
        oscar.locator("#confirm").click();
        // The first operator's page follows by itself.
        Screen.seen(olga.getByText("供应商不撤单"));
        screen.keep(olga, "purchase-not-taken-back");
        Screen.judge(olga);
    }

    @Test
    @Order(4)
    void the_second_proposes_the_refund_the_first_agrees_and_the_buyer_has_the_money_back() {
        choose(oscar, "给买家退款");
        propose(oscar, "供应商不撤单，也没有发货");
        Screen.seen(olga.locator("#confirm"));
        olga.locator("#confirm").click();
        visitor.logIn(buyer, "13800000001");
        visitor.go(buyer, "/orders/" + order);
        Screen.seen(buyer.locator("#state").getByText("已退款"));
        screen.keep(buyer, "purchase-refunded");
        Screen.judge(buyer);
        for (var language : new String[] {"en", "zh"}) {
            olga.navigate(olga.url().replaceAll("[?].*", "") + "?lang=" + language);
            Screen.seen(olga.locator(".k-preview"));
            screen.keep(olga, "purchase-decided-" + language);
            Screen.judge(olga);
        }
    }

    private static void choose(Page operator, String act) {
        operator.locator("#act").getByLabel(act).check();
        Screen.seen(operator.locator(".k-preview .k-outcome"));
    }

    private static void propose(Page operator, String reason) {
        operator.locator("#reason textarea").fill(reason);
        operator.locator("#decide").click();
        Screen.seen(operator.locator("#decline"));
    }

    private static Page operator(String login) {
        var page = screen.somebody("zh-CN");
        visitor.logIn(page, login);
        return page;
    }
}
