package org.kameng.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What nobody has in stock is bought from a supplier, paid through either channel, and honestly waited for. */
@Order(Walk.LAST - 2)
class SupplierWalkIT extends Walk {
    private static final String SLOW = "{\"processingSeconds\":25}";

    private static List<String> complaints = List.of();
    private static Page buyer;
    private static String order = "";

    @BeforeAll
    static void open() {
        buyer = screen.somebody("zh-CN");
        complaints = Screen.complaints(buyer);
        visitor.logIn(buyer, "13800000001");
    }

    @AfterEach
    void no_page_complained() {
        assertThat(complaints).isEmpty();
    }

    @Test
    @Order(1)
    void a_card_that_only_a_supplier_has_is_paid_by_wechat_waited_for_and_revealed() {
        house.nextOrder("xingzhou", "GM-NEB-DLC", SLOW);
        visitor.go(buyer, "/p/nebula-expansion");
        keepBoth("/p/nebula-expansion", "supplied-product", buyer.locator("h1"));
        visitor.go(buyer, "/checkout?offer=GM-NEB-DLC.xingzhou");
        Screen.seen(buyer.locator("#no-return"));
        screen.keep(buyer, "supplied-checkout");
        Screen.judge(buyer);
        order = place(buyer);
        pay(buyer, "#simulator");
        Screen.seen(buyer.locator("#supply").getByText("星舟数字"));
        keepBoth("/orders/" + order, "supplied-waiting", buyer.locator("#supply"));
        Screen.seen(buyer.locator(".k-reveal"));
        keepBoth("/orders/" + order, "supplied-order", buyer.locator(".k-reveal"));
        reveal(buyer);
        assertThat(buyer.locator(".k-secret").first().innerText()).contains("NEBX");
        screen.keep(buyer, "supplied-revealed");
        Screen.judge(buyer);
    }

    @Test
    @Order(2)
    void a_supplier_that_says_nothing_is_asked_again_after_a_payment_by_alipay() {
        house.nextOrder("yunduan", "TK-YD-1", "{\"timeoutAfterSuccess\":100,\"processingSeconds\":20}");
        visitor.go(buyer, "/checkout?offer=TK-YD-1.lanjing");
        order = place(buyer);
        buyer.locator("#channel vaadin-radio-button").nth(1).click();
        pay(buyer, "#simulator[href*='" + house.alipay().getPort() + "']");
        Screen.seen(buyer.locator("#supply"));
        keepBoth("/orders/" + order, "supplied-silent", buyer.locator("#supply"));
        Screen.seen(buyer.locator(".k-reveal"));
        keepBoth("/orders/" + order, "supplied-found", buyer.locator(".k-reveal"));
    }

    @Test
    @Order(3)
    void an_account_that_the_supplier_refuses_is_corrected_and_topped_up() {
        visitor.go(buyer, "/checkout?offer=GM-STR-60.xingzhou");
        Screen.seen(buyer.locator("#account-uid"));
        assertThat(buyer.locator("#place").isEnabled()).isFalse();
        account("880010000");
        buyer.locator("#account-consent input").check();
        screen.keep(buyer, "topup-checkout");
        Screen.judge(buyer);
        order = place(buyer);
        pay(buyer, "#simulator");
        Screen.seen(buyer.locator("#correct-account"));
        keepBoth("/orders/" + order, "topup-refused", buyer.locator("#correct-account"));
        account("880012345");
        screen.keep(buyer, "topup-corrected");
        buyer.locator("#correct-account").click();
        Screen.seen(buyer.getByText("充值结果"));
        keepBoth("/orders/" + order, "topup-order", buyer.locator("#state"));
    }

    @Test
    @Order(4)
    void staff_see_what_was_bought_for_the_order() {
        var staff = screen.somebody("zh-CN");
        var said = Screen.complaints(staff);
        visitor.logIn(staff, "sam.support");
        for (var language : List.of("en", "zh")) {
            visitor.go(staff, "/desk/orders/" + order + "?lang=" + language);
            Screen.seen(staff.locator("svg"));
            screen.keep(staff, "supplied-desk-" + language);
            Screen.judge(staff);
        }
        assertThat(said).isEmpty();
    }

    /** The page in both languages, the buyer's own last. */
    private static void keepBoth(String path, String name, Locator there) {
        for (var language : List.of("en", "zh")) {
            visitor.go(buyer, path + "?lang=" + language);
            Screen.seen(there);
            screen.keep(buyer, name + "-" + language);
            Screen.judge(buyer);
        }
    }

    private static void account(String uid) {
        buyer.locator("#account-uid input").fill(uid);
        buyer.locator("#account-server input").click();
        buyer.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("二区"))
                .click();
    }
}
