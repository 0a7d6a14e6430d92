package org.kameng.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a person does and sees: register, buy, pay, receive, reveal; then the staff's side. */
@Order(Walk.LAST)
class WalkIT extends Walk {

    private static final String PASSWORD = "a long walk to the card";
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    private static Page customer;
    private static String order = "";
    private static String phone = "";

    @BeforeAll
    static void open() {
        customer = screen.somebody("zh-CN");
    }

    @Test
    @Order(1)
    void a_newcomer_registers_by_phone() {
        visitor.go(customer, "/register");
        phone = String.format(Locale.ROOT, "139%08d", System.nanoTime() % 100_000_000);
        Visitor.field(customer, "#phone").fill(phone);
        customer.locator("#send-code").click();
        Visitor.field(customer, "#code").fill(codeSentTo(phone));
        Visitor.field(customer, "#password").fill(PASSWORD);
        customer.locator("#register").click();
        Screen.seen(customer.getByText("请先阅读并同意手机号的使用说明"));
        Screen.seen(customer.locator("#agree[invalid]"));
        customer.locator("#agree input").check();
        screen.keep(customer, "register");
        assertThat(customer.locator("#agree[invalid]").count())
                .as("the refusal goes with the tick")
                .isZero();
        Screen.judge(customer);
        customer.locator("#register").click();
        Visitor.inside(customer);
    }

    @Test
    @Order(2)
    void the_newcomer_buys_a_card() {
        visitor.go(customer, "/");
        Screen.judge(customer);
        screen.keep(customer, "shop");
        visitor.go(customer, "/p/nebula-expedition");
        Screen.judge(customer);
        screen.keep(customer, "product");
        customer.locator("a[href*='checkout?offer=GM-NEB-30']").first().click();
        Screen.seen(customer.locator("#no-return"));
        screen.keep(customer, "checkout");
        Screen.judge(customer);
        order = place(customer);
        Screen.seen(customer.locator("#simulator"));
        screen.keep(customer, "pay");
        Screen.judge(customer);
    }

    @Test
    @Order(3)
    void the_page_moves_on_by_itself_when_the_buyer_has_paid() {
        pay(customer, "#simulator");
        assertThat(customer.url()).endsWith("/orders/" + order);
        Screen.seen(customer.getByText("已发货").or(customer.getByText("已交付")));
        screen.keep(customer, "order");
        Screen.judge(customer);
    }

    @Test
    @Order(4)
    void the_card_is_in_the_card_box_and_opens_only_on_purpose() {
        visitor.go(customer, "/cards");
        Screen.seen(customer.locator(".k-reveal"));
        assertThat(customer.locator(".k-secret").count()).isZero();
        screen.keep(customer, "cards");
        Screen.judge(customer);
        var otherTab = customer.context().newPage();
        visitor.go(otherTab, "/cards");
        Screen.seen(otherTab.locator(".k-badge").getByText("未查看"));
        reveal(customer);
        assertThat(customer.locator(".k-secret").first().innerText()).isNotBlank();
        screen.keep(customer, "card-revealed");
        Screen.judge(customer);
        // The other tab follows by itself, and what is open here stays open.
        Screen.seen(otherTab.locator(".k-badge").getByText("已查看"));
        assertThat(otherTab.locator(".k-secret").count()).isZero();
        assertThat(customer.locator(".k-secret").first().innerText()).isNotBlank();
        otherTab.close();
    }

    @Test
    @Order(5)
    void a_stranger_sees_neither_order_nor_card_and_twenty_fetches_change_nothing() {
        var before = facts();
        var refusedBefore = refused();
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
        visitor.logIn(stranger, "13800000001");
        visitor.go(stranger, "/orders/" + order);
        Screen.seen(stranger.locator("h1"));
        assertThat(stranger.locator("body").innerText()).doesNotContain("星云远征");
        assertThat(facts()).isEqualTo(before);
        assertThat(refused()).as("recorded at the order").isEqualTo(refusedBefore + 1);
    }

    private static long refused() {
        return house.administrator()
                .sql("select count(*) from audit_event where what = 'access.refused' and subject_no = :no")
                .param("no", order)
                .query(Long.class)
                .single();
    }

    @Test
    @Order(6)
    void staff_see_the_order_with_its_diagram_ledger_and_audit() {
        var staff = screen.somebody("zh-CN");
        visitor.logIn(staff, "ada.auditor");
        visitor.go(staff, "/desk/orders");
        Screen.seen(staff.getByText(order));
        screen.keep(staff, "desk-orders");
        Screen.judge(staff);
        visitor.go(staff, "/desk/orders/" + order);
        Screen.seen(staff.locator("svg"));
        screen.keep(staff, "desk-order");
        Screen.judge(staff);
    }

    @Test
    @Order(7)
    void two_administrators_let_a_colleague_in() {
        var adam = screen.somebody("zh-CN");
        visitor.logIn(adam, "adam.admin");
        visitor.go(adam, "/desk/staff");
        adam.locator("#staff-new").click();
        Visitor.field(adam, "#staff-login").fill("nora.new");
        Visitor.field(adam, "#staff-name").fill("Nora New");
        adam.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("财务"))
                .check();
        adam.locator("#staff-reason textarea").fill("replaces a colleague on leave");
        Screen.judge(adam);
        screen.keep(adam, "staff-new");
        adam.locator("#staff-submit").click();
        var first = half(adam);
        Screen.seen(adam.getByText("nora.new"));
        assertThat(adam.getByText("确认", new Page.GetByTextOptions().setExact(true))
                        .count())
                .as("nobody confirms the own proposal")
                .isZero();
        var alma = screen.somebody("zh-CN");
        visitor.logIn(alma, "alma.admin");
        visitor.go(alma, "/desk/staff");
        screen.keep(alma, "staff-waiting");
        Screen.judge(alma);
        alma.getByText("确认", new Page.GetByTextOptions().setExact(true)).click();
        var second = half(alma);
        assertThat(second).isNotEqualTo(first);
        Screen.seen(adam.getByText("没有待确认的更改"));
        var nora = screen.somebody("zh-CN");
        visitor.go(nora, "/activate");
        Visitor.field(nora, "#login").fill("nora.new");
        Visitor.field(nora, "#first-half").fill(first);
        Visitor.field(nora, "#second-half").fill(second);
        Visitor.field(nora, "#password").fill("nobody else knows this");
        nora.locator("#activate").click();
        Visitor.inside(nora);
        assertThat(nora.url()).contains("/desk");
    }

    @Test
    @Order(8)
    void the_list_of_orders_is_taken_away_found_by_phone_and_kept_as_a_view() throws IOException {
        var sam = screen.somebody("zh-CN");
        visitor.logIn(sam, "sam.support");
        visitor.go(sam, "/desk/orders");
        for (var form : List.of("csv", "xlsx")) {
            var file = sam.waitForDownload(() -> sam.locator("#export-" + form).click());
            assertThat(file.suggestedFilename()).isEqualTo("orders." + form);
            var bytes = Files.readAllBytes(file.path());
            if (form.equals("csv"))
                assertThat(new String(bytes, StandardCharsets.UTF_8)).contains(order);
            else assertThat(bytes).startsWith('P', 'K');
        }
        Visitor.field(sam, "#filter-phone").fill(phone);
        Visitor.field(sam, "#filter-phone").press("Enter");
        Screen.seen(sam.getByText("共 1"));
        assertThat(sam.url()).doesNotContain(phone);
        screen.keep(sam, "desk-orders-by-phone");
        visitor.go(sam, "/desk/orders?state=ON_HOLD&hide=seller");
        sam.locator("#views").click();
        sam.getByText("保存当前视图").click();
        Visitor.field(sam, "#view-name").fill("待核对");
        sam.locator("#view-keep").click();
        visitor.go(sam, "/desk/orders");
        sam.locator("#views").click();
        sam.getByText("待核对", new Page.GetByTextOptions().setExact(true)).first().click();
        sam.waitForURL("**state=ON_HOLD**");
        assertThat(sam.url()).contains("hide=seller");
    }

    /** The code is shown once and to one person. */
    private static String half(Page page) {
        Screen.seen(page.locator("#half-code"));
        Screen.judge(page);
        var half = page.locator("#half-code").innerText();
        page.getByText("已记下").click();
        return half;
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
                          (select count(*) from audit_event where what not in ('access.denied', 'access.refused')
                            and (subject_no = :no or what like 'card.%')),
                          (select count(*) from card_first_reveal), (select count(*) from order_link))""")
                .param("no", order)
                .query(String.class)
                .single();
    }
}
