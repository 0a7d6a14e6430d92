package org.kameng.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What a person does and sees in Chromium on the whole house: register, buy, pay, receive, reveal; then the staff's side. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WalkIT {

    private static final String PASSWORD = "a long walk to the card";
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    private static House house;
    private static Screen screen;
    private static Page customer;
    private static String order = "";

    @BeforeAll
    static void open() {
        house = House.startFresh(Bench.folder().resolve("walk"), 5000);
        screen = new Screen(Bench.folder().resolve("screens"));
        customer = screen.somebody("zh-CN");
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

    @Test
    @Order(1)
    void a_newcomer_registers_by_phone() {
        go(customer, "/register");
        var phone = String.format(Locale.ROOT, "139%08d", System.nanoTime() % 100_000_000);
        field(customer, "#phone").fill(phone);
        customer.locator("#send-code").click();
        field(customer, "#code").fill(codeSentTo(phone));
        field(customer, "#password").fill(PASSWORD);
        screen.keep(customer, "register");
        Screen.judge(customer);
        customer.locator("#register").click();
        inside(customer);
    }

    @Test
    @Order(2)
    void the_newcomer_buys_a_card() {
        go(customer, "/");
        Screen.judge(customer);
        screen.keep(customer, "shop");
        go(customer, "/p/nebula-expedition");
        Screen.judge(customer);
        screen.keep(customer, "product");
        customer.locator("a[href*='checkout?offer=GM-NEB-30']").first().click();
        Screen.seen(customer.locator("#no-return"));
        screen.keep(customer, "checkout");
        Screen.judge(customer);
        customer.locator("#no-return input").check();
        customer.locator("#place").dblclick();
        customer.waitForURL("**/pay/**");
        order = customer.url().replaceAll(".*/pay/", "").replaceAll("[?#].*", "");
        Screen.seen(customer.locator("#simulator"));
        screen.keep(customer, "pay");
        Screen.judge(customer);
    }

    @Test
    @Order(3)
    void the_page_moves_on_by_itself_when_the_buyer_has_paid() {
        var wallet = customer.context().newPage();
        wallet.navigate(customer.locator("#simulator").getAttribute("href"));
        var agree = wallet.locator("#pay button");
        Screen.seen(agree);
        screen.keep(wallet, "wallet");
        agree.click();
        customer.waitForURL("**/orders/" + order);
        Screen.seen(customer.getByText("已发货").or(customer.getByText("已交付")));
        screen.keep(customer, "order");
        Screen.judge(customer);
        wallet.close();
    }

    @Test
    @Order(4)
    void the_card_is_in_the_card_box_and_opens_only_on_purpose() {
        go(customer, "/cards");
        var reveal = customer.locator(".k-reveal").first();
        Screen.seen(reveal);
        assertThat(customer.locator(".k-secret").count()).isZero();
        screen.keep(customer, "cards");
        Screen.judge(customer);
        reveal.click();
        customer.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("查看").setExact(true))
                .last()
                .click();
        Screen.seen(customer.locator(".k-secret"));
        assertThat(customer.locator(".k-secret").first().innerText()).isNotBlank();
        screen.keep(customer, "card-revealed");
        Screen.judge(customer);
    }

    @Test
    @Order(5)
    void a_stranger_sees_neither_order_nor_card_and_twenty_fetches_change_nothing() {
        var before = facts();
        for (var i = 0; i < 20; i++) {
            // With the owner's own cookie, as whatever reads mails and links on the owner's machine would.
            for (var page : List.of("/orders/" + order, "/cards")) {
                assertThat(customer.request()
                                .get(house.app().resolve(page).toString())
                                .ok())
                        .isTrue();
            }
        }
        var stranger = screen.somebody("zh-CN");
        logIn(stranger, "13800000001");
        go(stranger, "/orders/" + order);
        Screen.seen(stranger.locator("h1"));
        assertThat(stranger.locator("body").innerText()).doesNotContain("星云远征");
        assertThat(facts()).isEqualTo(before);
    }

    @Test
    @Order(6)
    void staff_see_the_order_with_its_diagram_ledger_and_audit() {
        var staff = screen.somebody("zh-CN");
        logIn(staff, "ada.auditor");
        go(staff, "/desk/orders");
        Screen.seen(staff.getByText(order));
        screen.keep(staff, "desk-orders");
        Screen.judge(staff);
        go(staff, "/desk/orders/" + order);
        Screen.seen(staff.locator("svg"));
        screen.keep(staff, "desk-order");
        Screen.judge(staff);
    }

    @Test
    @Order(7)
    void every_other_route_is_accessible_in_both_languages() {
        for (var language : List.of("zh", "en")) {
            var guest = reader(language);
            for (var route : List.of("/login", "/register", "/reset")) {
                look(guest, route, language);
            }
            var operator = reader(language);
            logIn(operator, "olga.operator");
            for (var route : List.of(
                    "/desk/batches",
                    "/desk/batches/1",
                    "/desk/goods",
                    "/desk/goods/1",
                    "/desk/shelves",
                    "/desk/stock")) {
                look(operator, route, language);
            }
            var support = reader(language);
            logIn(support, "sam.support");
            look(support, "/desk/tasks", language);
            look(support, "/desk", language);
            look(support, "/desk/overview", language);
            look(support, "/desk/incidents", language);
            look(support, "/desk/alarms", language);
            var buyer = reader(language);
            logIn(buyer, "13800000001");
            look(buyer, "/orders", language);
        }
    }

    /** Somebody who has chosen a language at the door. */
    private static Page reader(String language) {
        var page = screen.somebody("zh-CN");
        go(page, "/login?lang=" + language);
        return page;
    }

    private static void look(Page page, String route, String language) {
        go(page, route);
        assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
        Screen.seen(page.locator("h1, h2, vaadin-login-form-wrapper, [part=title]"));
        screen.keep(page, route.substring(1).replace('/', '-') + "-" + language);
        Screen.judge(page);
    }

    private static void go(Page page, String path) {
        page.navigate(house.app().resolve(path).toString());
    }

    private static void logIn(Page page, String name) {
        go(page, "/login");
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill("Kameng-demo-1");
        page.locator("input[name=password]").press("Enter");
        inside(page);
    }

    /** After the log-in everybody lands on a page of their own; before that, leaving would break the log-in off. */
    private static void inside(Page page) {
        page.waitForURL(Pattern.compile("/(orders|cards|desk|checkout)([/?].*)?$"));
        Screen.seen(page.locator("h1"));
    }

    private static Locator field(Page page, String id) {
        return page.locator(id + " input");
    }

    private static String codeSentTo(String phone) {
        var messages = URI.create(house.sms() + "/control/messages?phone=" + phone);
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> CODE.matcher(House.get(messages).body())
                                .results()
                                .map(m -> m.group())
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** Everything a look at the order could have left behind. */
    private static String facts() {
        return house.administrator()
                .sql("""
                        select concat_ws('/', (select version from orders where no = :no),
                          (select count(*) from audit_event where what <> 'access.denied'
                            and (subject_no = :no or what like 'card.%')),
                          (select count(*) from card_first_reveal), (select count(*) from order_link))""")
                .param("no", order)
                .query(String.class)
                .single();
    }
}
