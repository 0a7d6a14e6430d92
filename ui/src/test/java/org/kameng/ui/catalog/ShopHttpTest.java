package org.kameng.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.kameng.ui.doubles.ScreensOverDoubles;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** The shop and the doors as a browser meets them. */
@SpringBootTest(
        classes = ScreensOverDoubles.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"vaadin.productionMode=true", "spring.messages.fallback-to-system-locale=false"})
class ShopHttpTest {
    private final HttpClient browser = HttpClient.newHttpClient();
    private final int port;

    ShopHttpTest(@Value("${local.server.port}") int port) {
        this.port = port;
    }

    @Test
    void the_shop_may_be_cached_and_starts_no_session() throws Exception {
        for (String page : new String[] {"/", "/?category=game", "/p/nebula-points", "/?lang=en"}) {
            var answer = get(page);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie")).as(page).isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(
                            value -> assertThat(value).contains("public").contains("max-age"));
        }
    }

    @Test
    void a_browser_that_has_the_page_is_sent_nothing() throws Exception {
        var tag = get("/p/nebula-points").headers().firstValue("ETag").orElseThrow();
        var again = get("/p/nebula-points", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void the_address_decides_the_language_and_the_browsers_wish_does_not() throws Exception {
        assertThat(get("/", "Accept-Language", "en").body())
                .contains("lang=\"zh-CN\"")
                .contains("星云点卡");
        assertThat(get("/?lang=en").body()).contains("lang=\"en\"").contains("Nebula points card");
    }

    @Test
    void every_offer_names_its_seller_region_limits_refund_and_guide() throws Exception {
        assertThat(get("/p/nebula-points?lang=en").body())
                .contains("星舟数字科技")
                .contains("Mainland China")
                .contains("At most 5 cards")
                .contains("a dead code is always made good")
                .contains("Open the game")
                .contains("29.40")
                .contains("/checkout?offer=GM-NEB-30.xingzhou")
                .contains("Sold out");
    }

    @Test
    void the_front_is_sifted_by_its_address_and_every_way_on_keeps_the_sieve() throws Exception {
        var page = get("/?category=game&seller=xingzhou&min=10&max=50.5&sort=cheapest&lang=en")
                .body();
        assertThat(page)
                .contains("3 products")
                .contains("value=\"xingzhou\" selected")
                .contains("name=\"min\"")
                .contains("value=\"50.50\"")
                .contains("value=\"cheapest\" selected")
                .contains(
                        "/?category=course&amp;seller=xingzhou&amp;min=10&amp;max=50.50&amp;sort=cheapest&amp;lang=en");
        assertThat(get("/?min=abc&sort=nonsense&page=-1").statusCode())
                .as("what cannot be read is left out")
                .isEqualTo(200);
    }

    @Test
    void an_offer_promises_how_long_its_cards_live() throws Exception {
        assertThat(get("/p/nebula-points?lang=en").body()).contains("At least 7 days left when you buy");
    }

    @Test
    void an_unknown_product_is_not_found() throws Exception {
        assertThat(get("/p/no-such-thing").statusCode()).isEqualTo(404);
    }

    @Test
    void shop_pages_run_no_script_and_stand_in_no_frame() throws Exception {
        var headers = get("/").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'none'")
                .contains("frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    @Test
    void what_is_personal_asks_for_a_log_in_and_is_not_stored() throws Exception {
        for (String page : new String[] {
            "/orders", "/orders/KM2611220F3K9Q7ZT2WA", "/cards", "/checkout", "/desk/orders", "/desk/tasks"
        }) {
            var answer = get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("no-store");
        }
    }

    @Test
    void the_language_of_the_shop_is_kept_on_the_way_through_the_door() throws Exception {
        assertThat(get("/checkout?offer=GM-NEB-30.xingzhou&lang=en").headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("kameng-lang=en"));
    }

    @Test
    void a_log_in_without_the_pages_token_is_refused() throws Exception {
        var request = HttpRequest.newBuilder(address("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=13800000001&password=right"))
                .build();
        var answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Location"))
                .as("sent back to the door, not in")
                .hasValueSatisfying(where -> assertThat(where).endsWith("/login"));
    }

    @Test
    void addresses_that_nobody_opened_stay_closed() throws Exception {
        assertThat(get("/internal/clock").statusCode()).isIn(302, 403);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
