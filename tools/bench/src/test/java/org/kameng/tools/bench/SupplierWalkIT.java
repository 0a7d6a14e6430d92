package org.kameng.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Chromium on the whole house: what nobody has in stock is bought from a supplier, paid through either channel, and honestly waited for. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SupplierWalkIT {
    private static final String SLOW = "{\"processingSeconds\":25}";
    private static final List<String> COMPLAINTS = new ArrayList<>();

    private static House house;
    private static Screen screen;
    private static Page buyer;
    private static String order = "";

    @BeforeAll
    static void open() {
        house = House.startFresh(Bench.folder().resolve("supplier-walk"), 6000);
        screen = new Screen(Bench.folder().resolve("screens"));
        buyer = somebody("13800000001");
    }

    @AfterAll
    static void close() {
        if (screen != null) {
            screen.close();
        }
        if (house != null) {
            house.close();
        }
    }

    @AfterEach
    void no_page_complained() {
        assertThat(COMPLAINTS).isEmpty();
    }

    @Test
    @Order(1)
    void a_card_that_only_a_supplier_has_is_paid_by_wechat_waited_for_and_revealed() {
        house.nextOrder("xingzhou", "GM-NEB-DLC", SLOW);
        go("/p/nebula-expansion");
        keepBoth("/p/nebula-expansion", "supplied-product", buyer.locator("h1"));
        go("/checkout?offer=GM-NEB-DLC.xingzhou");
        Screen.seen(buyer.locator("#no-return"));
        screen.keep(buyer, "supplied-checkout");
        Screen.judge(buyer);
        place();
        pay("#simulator");
        Screen.seen(buyer.locator("#supply").getByText("星舟数字"));
        keepBoth("/orders/" + order, "supplied-waiting", buyer.locator("#supply"));
        Screen.seen(buyer.locator(".k-reveal"));
        keepBoth("/orders/" + order, "supplied-order", buyer.locator(".k-reveal"));
        reveal();
        screen.keep(buyer, "supplied-revealed");
        Screen.judge(buyer);
    }

    @Test
    @Order(2)
    void a_supplier_that_says_nothing_is_asked_again_after_a_payment_by_alipay() {
        house.nextOrder("yunduan", "TK-YD-1", "{\"timeoutAfterSuccess\":100,\"processingSeconds\":20}");
        go("/checkout?offer=TK-YD-1.lanjing");
        place();
        buyer.locator("#channel vaadin-radio-button").nth(1).click();
        pay("#simulator[href*='" + house.alipay().getPort() + "']");
        Screen.seen(buyer.locator("#supply"));
        keepBoth("/orders/" + order, "supplied-silent", buyer.locator("#supply"));
        Screen.seen(buyer.locator(".k-reveal"));
        keepBoth("/orders/" + order, "supplied-found", buyer.locator(".k-reveal"));
    }

    @Test
    @Order(3)
    void an_account_that_the_supplier_refuses_is_corrected_and_topped_up() {
        go("/checkout?offer=GM-STR-60.xingzhou");
        Screen.seen(buyer.locator("#account-uid"));
        assertThat(buyer.locator("#place").isEnabled()).isFalse();
        account("880010000");
        buyer.locator("#account-consent input").check();
        screen.keep(buyer, "topup-checkout");
        Screen.judge(buyer);
        place();
        pay("#simulator");
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
        var staff = somebody("sam.support");
        for (var language : List.of("en", "zh")) {
            staff.navigate(house.app()
                    .resolve("/desk/orders/" + order + "?lang=" + language)
                    .toString());
            Screen.seen(staff.locator("svg"));
            screen.keep(staff, "supplied-desk-" + language);
            Screen.judge(staff);
        }
    }

    /** The page in both languages, the buyer's own last. */
    private static void keepBoth(String path, String name, Locator there) {
        for (var language : List.of("en", "zh")) {
            go(path + "?lang=" + language);
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

    private static void place() {
        Screen.seen(buyer.locator("#no-return"));
        buyer.locator("#no-return input").check();
        buyer.locator("#place").click();
        buyer.waitForURL("**/pay/**");
        order = buyer.url().replaceAll(".*/pay/", "").replaceAll("[?#].*", "");
    }

    private static void pay(String simulator) {
        Screen.seen(buyer.locator(simulator));
        var wallet = buyer.context().newPage();
        wallet.navigate(buyer.locator(simulator).getAttribute("href"));
        Screen.seen(wallet.locator("#pay button"));
        wallet.locator("#pay button").click();
        buyer.waitForURL("**/orders/" + order);
        wallet.close();
    }

    private static void reveal() {
        buyer.locator(".k-reveal").first().click();
        buyer.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("查看").setExact(true))
                .last()
                .click();
        Screen.seen(buyer.locator(".k-secret"));
        assertThat(buyer.locator(".k-secret").first().innerText()).contains("NEBX");
    }

    private static void go(String path) {
        buyer.navigate(house.app().resolve(path).toString());
    }

    /** A person who has logged in, and whose browser tells what its console says of errors. */
    private static Page somebody(String login) {
        var page = screen.somebody("zh-CN");
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) COMPLAINTS.add(message.text() + " at " + message.location());
        });
        page.onPageError(COMPLAINTS::add);
        page.navigate(house.app().resolve("/login").toString());
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill("Kameng-demo-1");
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(Pattern.compile("/(orders|cards|desk)([/?].*)?$"));
        Screen.seen(page.locator("h1"));
        return page;
    }
}
