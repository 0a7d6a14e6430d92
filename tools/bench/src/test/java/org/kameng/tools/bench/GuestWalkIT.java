package org.kameng.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.lingala.zip4j.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A visitor buys with a phone code and comes back by link; a distributor takes many cards as a file. */
@Order(Walk.LAST - 1)
class GuestWalkIT extends Walk {

    private static final Pattern CODE = Pattern.compile("验证码 (\\d{6})|验证码是 (\\d{6})");
    private static final Pattern LINK = Pattern.compile("/o/[A-Za-z0-9_-]{43}");
    private static final Duration BETWEEN_CODES = Duration.ofSeconds(62);
    private static final String PHONE = String.format(Locale.ROOT, "137%08d", System.nanoTime() % 100_000_000);

    private static final Set<String> USED = new HashSet<>();

    private static JdbcClient database;
    private static Page guest;
    private static Page returning;
    private static Page distributor;
    private static String link = "";

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        database = JdbcClient.create(
                new DriverManagerDataSource(house.jdbcUrl(), "kameng_owner", house.password("kameng_owner")));
        guest = screen.somebody("zh-CN");
    }

    @Test
    @Order(1)
    void a_visitor_proves_a_phone_and_goes_on_to_what_was_to_be_bought() {
        visitor.go(guest, "/p/nebula-expedition");
        guest.locator("a[href*='checkout?offer=GM-NEB-30']").first().click();
        Screen.seen(guest.locator("#as-guest"));
        guest.locator("#as-guest").click();
        Screen.seen(guest.locator("#agree"));
        assertThat(guest.locator("#enter").isEnabled()).isFalse();
        guest.locator("#phone input").fill(PHONE);
        guest.locator("#send-code").click();
        guest.locator("#code input").fill(codeSent());
        guest.locator("#agree input").check();
        screen.keep(guest, "guest-door");
        Screen.judge(guest);
        guest.locator("#enter").click();
        guest.waitForURL("**/checkout?offer=GM-NEB-30*");
        Screen.seen(guest.locator("#no-return"));
    }

    @Test
    @Order(2)
    void the_guest_buys_and_pays() {
        pay(guest);
        Screen.seen(guest.locator(".k-reveal"));
        screen.keep(guest, "guest-order");
        Screen.judge(guest);
    }

    @Test
    @Order(3)
    void the_link_of_the_message_shows_name_and_state_and_twenty_fetches_change_nothing() {
        link = await().atMost(Duration.ofSeconds(30))
                .until(() -> matches(LINK).findFirst().map(MatchResult::group).orElse(""), found -> !found.isEmpty());
        var before = written();
        for (var i = 0; i < 20; i++) {
            var answer = House.get(house.app().resolve(link));
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.body()).doesNotContain(PHONE).doesNotContain("NEB");
        }
        assertThat(written()).isEqualTo(before);
        returning = screen.somebody("zh-CN");
        visitor.go(returning, link);
        Screen.seen(returning.locator("#state"));
        assertThat(returning.locator("main").innerText()).contains("星云远征");
        assertThat(returning.locator(".k-reveal").count()).isZero();
        assertThat(written()).as("a browser that runs the page is no different").isEqualTo(before);
        screen.keep(returning, "guest-link");
        Screen.judge(returning);
        visitor.go(returning, link + "?lang=en");
        Screen.seen(returning.locator("#state"));
        screen.keep(returning, "guest-link-en");
    }

    @Test
    @Order(4)
    void link_and_phone_code_open_the_order_and_the_card_is_revealed() {
        visitor.go(returning, link + "?lang=zh");
        house.advance(BETWEEN_CODES);
        returning.locator("#phone input").fill(PHONE);
        returning.locator("#send-code").click();
        returning.locator("#code input").fill(codeSent());
        returning.locator("#open").click();
        returning.waitForURL("**/orders/*");
        Screen.seen(returning.locator(".k-reveal"));
        assertThat(returning.locator(".k-secret").count()).isZero();
        reveal(returning);
        assertThat(returning.locator(".k-secret").first().innerText()).isNotBlank();
        screen.keep(returning, "guest-revealed");
        Screen.judge(returning);
        visitor.go(returning, "/cards");
        Screen.seen(returning.locator(".k-tile"));
        screen.keep(returning, "guest-box");
        Screen.judge(returning);
    }

    @Test
    @Order(5)
    void a_stranger_with_a_made_up_link_is_told_so() {
        var stranger = screen.somebody("zh-CN");
        visitor.go(stranger, "/o/" + "A".repeat(43));
        Screen.seen(stranger.locator("h1"));
        assertThat(stranger.locator("main").innerText()).contains("无效或已过期");
        Screen.judge(stranger);
    }

    @Test
    @Order(6)
    void a_distributor_orders_many_and_takes_them_as_one_file() throws IOException {
        distributor = screen.somebody("zh-CN");
        visitor.logIn(distributor, "13800000002");
        visitor.go(distributor, "/checkout?offer=GM-NEB-30.xingzhou");
        var quantity = distributor.locator("vaadin-integer-field input");
        quantity.fill("120");
        quantity.press("Tab");
        pay(distributor);
        Screen.seen(distributor.locator("#file"));
        assertThat(distributor.locator(".k-tile").count()).isEqualTo(12);
        screen.keep(distributor, "many-order");
        Screen.judge(distributor);
        distributor.locator("#file").click();
        distributor.locator("#file-make").click();
        Screen.seen(distributor.locator("#passphrase"));
        screen.keep(distributor, "many-file");
        Screen.judge(distributor);
        var passphrase = distributor.locator("#passphrase").innerText();
        var download = distributor.waitForDownload(
                () -> distributor.locator("#file-download").click());
        var zip = folder.resolve(download.suggestedFilename());
        download.saveAs(zip);
        try (var file = new ZipFile(zip.toFile(), passphrase.toCharArray())) {
            file.extractAll(folder.toString());
        }
        var lines =
                Files.readAllLines(folder.resolve(zip.getFileName().toString().replace(".zip", ".csv")));
        assertThat(lines).hasSize(121);
        assertThat(database.sql("select count(*) from card_first_reveal where file_id is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(120);
    }

    @Test
    @Order(7)
    void the_card_box_shows_products_and_what_happened_in_both_languages() {
        for (var language : List.of("zh", "en")) {
            visitor.go(distributor, "/cards?lang=" + language);
            Screen.seen(distributor.locator(".k-group"));
            Screen.seen(distributor.locator(".k-tile"));
            screen.keep(distributor, "box-" + language);
            Screen.judge(distributor);
            distributor.locator("#show-NEW").click();
            Screen.seen(distributor.locator(".k-empty"));
        }
        screen.keep(distributor, "box-empty-en");
        var newcomer = screen.somebody("zh-CN");
        visitor.go(newcomer, "/guest?lang=en");
        Screen.seen(newcomer.locator("#agree"));
        screen.keep(newcomer, "guest-door-en");
        Screen.judge(newcomer);
    }

    private static void pay(Page buyer) {
        place(buyer);
        pay(buyer, "#simulator");
        Screen.seen(buyer.locator(".k-tile"));
    }

    /** The code that was not used before. */
    private static String codeSent() {
        var code = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> matches(CODE)
                                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                                .filter(found -> !USED.contains(found))
                                .findFirst()
                                .orElse(""),
                        found -> !found.isEmpty());
        USED.add(code);
        return code;
    }

    private static Stream<MatchResult> matches(Pattern pattern) {
        var messages = House.get(URI.create(house.sms() + "/control/messages?phone=" + PHONE));
        return pattern.matcher(messages.body()).results();
    }

    /** Everything a look could have left behind. */
    private static String written() {
        return database.sql("""
                        select concat_ws('/', (select max(id) from audit_event where what <> 'access.denied'),
                          (select sum(taken) from rate_window where scope like 'order-link%'), (select count(*) from order_link),
                          (select count(*) from card_first_reveal), (select sum(version) from orders))""").query(String.class).single();
    }
}
