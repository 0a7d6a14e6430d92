package org.kameng.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.kameng.domain.shared.DialClock;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.vault.CardVault;
import org.kameng.tools.bench.Routes.Route;

/** Every page the router knows, with the eyes of everybody who may enter; and what only a browser with a moved clock can tell. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EyesIT {
    private static final Set<Role> BUYERS = Set.of(Role.CUSTOMER, Role.DISTRIBUTOR, Role.GUEST);

    private static House house;
    private static Desk desk;
    private static HouseArm arm;
    private static Screen screen;
    private static Visitor visitor;
    private static Cast cast;
    private static Sights sights;
    private static List<Route> routes;

    private final List<String> faults = new ArrayList<>();
    private final Map<Page, List<String>> complaints = new HashMap<>();

    @BeforeAll
    static void open() {
        house = House.startFresh(Bench.folder().resolve("eyes"), 1000, "--dial");
        desk = new Desk(house, Long.toString(System.nanoTime(), 36));
        desk.openAccounts(10);
        desk.stock(20);
        arm = new HouseArm(house, desk);
        screen = new Screen(Bench.folder().resolve("screens"));
        visitor = new Visitor(house);
        cast = new Cast(house, desk, screen);
        sights = new Sights(house, desk, arm, cast);
        routes = Routes.of(house);
    }

    @AfterAll
    static void close() {
        if (screen != null) screen.close();
        if (arm != null) {
            arm.close();
            desk.close();
        }
        if (house != null) house.close();
    }

    @Test
    @Order(1)
    void the_shop_window_and_the_doors_are_for_everybody() {
        for (var language : List.of("zh", "en")) {
            var page = screen.somebody("zh-CN");
            speak(page, language);
            for (var path : Routes.SHOP_WINDOW)
                look(
                        page,
                        path + (path.contains("?") ? "&" : "?") + "lang=" + language,
                        true,
                        !path.contains("no-such"));
            for (var route : routes)
                if (route.isOpen()) look(page, sights.address(route.template(), Role.GUEST), true, true);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @Order(2)
    void every_page_is_accessible_to_everybody_who_may_enter() {
        assertThat(routes).hasSizeGreaterThan(20);
        for (var role : Role.values()) {
            for (var route : routes)
                if (route.mayEnter().contains(role))
                    look(
                            cast.page(role),
                            sights.address(route.template(), role),
                            BUYERS.contains(role),
                            !sights.hasNoTask(route.template(), role),
                            role == route.mayEnter().getFirst());
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @Order(3)
    void the_other_language_changes_the_words_and_nothing_else() {
        for (var route : routes) {
            if (route.mayEnter().isEmpty()) continue;
            var role = route.mayEnter().getFirst();
            speak(cast.page(role), "en");
            look(cast.page(role), sights.address(route.template(), role), BUYERS.contains(role), true, false);
            speak(cast.page(role), "zh");
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @Order(4)
    void what_is_refused_or_missing_is_accessible_too() {
        var support = cast.page(Role.SUPPORT_AGENT);
        for (var path : List.of("/desk/staff", "/no-such-page", "/desk/orders/KM000000000000000000"))
            look(support, path, false, false);
        assertThat(faults).isEmpty();
    }

    @Test
    @Order(5)
    void twenty_fetches_of_a_buyer_s_own_links_change_nothing() {
        var before = facts();
        var buyer = cast.page(Role.CUSTOMER);
        var links =
                List.of("/orders/" + sights.delivered(Role.CUSTOMER), "/cards", "/pay/" + sights.unpaid(Role.CUSTOMER));
        for (var link : links)
            for (var i = 0; i < 20; i++) {
                var address = house.app().resolve(link);
                assertThat(House.get(address).body()).doesNotContain("LOAD", "NEB");
                assertThat(buyer.request().get(address.toString()).text()).doesNotContain("LOAD", "NEB");
            }
        assertThat(facts()).isEqualTo(before);
        visitor.go(buyer, "/cards");
        Screen.seen(buyer.locator(".k-reveal"));
        assertThat(facts()).as("a scanner that runs the page is no different").isEqualTo(before);
        assertThat(desk.service(CardVault.class)
                        .cardBox(cast.actor(Role.CUSTOMER), PageRequest.first(5))
                        .rows())
                .isNotEmpty()
                .allMatch(card -> card.firstRevealedAt() == null);
    }

    @Test
    @Order(6)
    void an_unpaid_order_is_cancelled_with_one_click() {
        var buyer = cast.page(Role.CUSTOMER);
        visitor.go(buyer, "/orders/" + sights.unpaid(Role.CUSTOMER));
        buyer.locator("#cancel").click();
        Screen.seen(buyer.locator("#state").getByText("已关闭"));
        screen.keep(buyer, "order-cancelled");
        Screen.judge(buyer);
    }

    @Test
    @Order(7)
    void a_forgotten_password_is_replaced_by_the_code_on_the_phone() {
        var phone = Cast.login(Role.DISTRIBUTOR);
        var forgetful = screen.somebody("zh-CN");
        visitor.go(forgetful, "/reset");
        Visitor.field(forgetful, "#phone").fill(phone);
        forgetful.locator("#send-code").click();
        Visitor.field(forgetful, "#code").fill(cast.code(phone));
        Visitor.field(forgetful, "#password").fill("another long walk home");
        forgetful.locator("#reset").click();
        Visitor.inside(forgetful);
        assertThat(forgetful.url()).endsWith("/orders");
        advance(Duration.ofSeconds(31));
        visitor.go(cast.page(Role.DISTRIBUTOR), "/orders");
        cast.page(Role.DISTRIBUTOR).waitForURL("**/login");
        var thief = screen.somebody("zh-CN");
        visitor.tryLogIn(thief, phone, Visitor.DEMO_PASSWORD);
        thief.waitForURL("**/login?error*");
    }

    @Test
    @Order(8)
    void a_session_ends_when_its_person_is_idle_although_the_page_is_open() {
        var staff = cast.page(Role.FINANCE);
        var customer = cast.page(Role.CUSTOMER);
        visitor.go(staff, "/desk/orders");
        visitor.go(customer, "/orders");
        atRest(customer);
        advance(Duration.ofMinutes(14));
        visitor.go(staff, "/desk/orders");
        assertThat(staff.url()).endsWith("/desk/orders");
        atRest(staff);
        advance(Duration.ofMinutes(14));
        heartbeat(staff);
        advance(Duration.ofMinutes(1));
        visitor.go(staff, "/desk/orders");
        staff.waitForURL("**/login");
        visitor.go(customer, "/orders");
        assertThat(customer.url()).as("29 minutes of a customer").endsWith("/orders");
        advance(Duration.ofMinutes(30));
        visitor.go(customer, "/orders");
        customer.waitForURL("**/login");
    }

    @Test
    @Order(9)
    void a_session_ends_after_eight_hours_however_busy_its_person_was() {
        var staff = screen.somebody("zh-CN");
        visitor.logIn(staff, Cast.login(Role.AUDITOR));
        for (var spent = 14; spent < 8 * 60; spent += 14) {
            advance(Duration.ofMinutes(14));
            assertThat(get(staff, "/desk/orders").url())
                    .as("after %s minutes", spent)
                    .endsWith("/desk/orders");
        }
        advance(Duration.ofMinutes(4));
        assertThat(get(staff, "/desk/orders").url()).endsWith("/login");
    }

    @Test
    @Order(10)
    void what_a_page_says_after_its_session_ended_opens_no_other() {
        var gone = screen.somebody("zh-CN").request();
        for (var last :
                List.of("/VAADIN/push?v-r=push&v-uiId=0&X-Atmosphere-Transport=close", "/?v-r=heartbeat&v-uiId=0"))
            assertThat(gone.post(house.app().resolve(last).toString()).headers())
                    .as(last)
                    .doesNotContainKey("set-cookie");
    }

    /** What a page says while it is built belongs to the click that opened it, so the clock waits for it. */
    private static void atRest(Page page) {
        page.waitForFunction("""
                () => {
                  const clients = Object.values(window.Vaadin?.Flow?.clients ?? {}).filter(client => client.isActive);
                  return clients.length > 0 && clients.every(client => !client.isActive());
                }""");
    }

    private static APIResponse get(Page page, String path) {
        return page.request().get(house.app().resolve(path).toString());
    }

    /** The sign of life that an open page sends by itself. */
    private static void heartbeat(Page page) {
        page.evaluate("() => fetch('/?v-r=heartbeat&v-uiId=0', {method: 'POST'})");
    }

    /** What a look could have changed. */
    private static List<String> facts() {
        return desk.database().sql("""
                        select no || state || version from orders union all select card_id::text from card_first_reveal
                        union all select out_trade_no || state from payment_attempt
                        union all select what || subject_no from audit_event where what like 'card%' order by 1""").query(String.class).list();
    }

    private void look(Page page, String path, boolean fitsPhone, boolean silently) {
        look(page, path, fitsPhone, silently, true);
    }

    /**
     * Wide, and narrow as well. All faults of all pages are told at once.
     *
     * @param narrowToo whether the narrow page is judged by axe, too: one person's eyes suffice for that, and they take half the time
     */
    private void look(Page page, String path, boolean fitsPhone, boolean silently, boolean narrowToo) {
        var said = complaints.computeIfAbsent(page, Screen::complaints);
        said.clear();
        try {
            visitor.go(page, path);
            Screen.seen(page.locator("h1, vaadin-login-form"));
            Screen.judge(page);
            Screen.narrow(page);
            if (fitsPhone) Screen.fits(page);
            if (narrowToo) Screen.judge(page);
            if (silently) assertThat(said).as("complaints about %s", page.url()).isEmpty();
        } catch (AssertionError | PlaywrightException fault) {
            faults.add(page.url() + ": " + fault.getMessage());
        } finally {
            Screen.wide(page);
        }
    }

    private static void speak(Page page, String language) {
        page.context()
                .addCookies(List.of(
                        new Cookie("kameng-lang", language).setUrl(house.app().toString())));
    }

    private static void advance(Duration step) {
        house.advance(step);
        desk.service(DialClock.class).setOffset(house.ahead());
    }
}
