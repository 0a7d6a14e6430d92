package org.kameng.workers.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kameng.domain.supplier.Protocol;
import org.kameng.tools.simulators.http.Request;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The doors for pushes: suppliers knock, and so does everybody else. */
class DoorTest {
    private static final int LIES = 100;

    @TempDir
    Path home;

    private Counterpart ksp;
    private Counterpart goofish;

    @BeforeEach
    void start() throws IOException {
        ksp = speaksKsp("qingyun");
        goofish = new Counterpart(home, "zhixing", Protocol.GOOFISH);
        new GoofishGateway(goofish.line, goofish.clock()).subscribe(goofish.endpoint(), goofish.publicUrl());
    }

    private Counterpart speaksKsp(String id) throws IOException {
        var supplier = new Counterpart(home, id, Protocol.KSP);
        new KspGateway(supplier.line, supplier.clock()).subscribe(supplier.endpoint(), supplier.publicUrl());
        return supplier;
    }

    @AfterEach
    void stop() throws IOException {
        ksp.close();
        goofish.close();
    }

    private Counterpart of(Protocol protocol) {
        return protocol == Protocol.KSP ? ksp : goofish;
    }

    /** A genuine push that was heard. */
    private Request pushed(Protocol protocol) {
        var other = of(protocol);
        int before = other.letters.size();
        var sku =
                other.control("GET", "/control/state", "").at("/products/0/sku").asString();
        other.product(sku, "{\"costFen\":" + (9000 + before) + "}");
        await().atMost(Duration.ofSeconds(10)).until(() -> other.letters.size() > before);
        await().until(() -> other.news.size() > 0 || !other.refused.isEmpty() || other.newsFail);
        return other.letters.getLast();
    }

    private int knock(Protocol protocol, Request letter) throws Exception {
        return of(protocol)
                .knock(letter.target(), letter.headers(), letter.body())
                .getStatus();
    }

    private static Request with(Request letter, String query, Map<String, String> headers, byte[] body) {
        return new Request(letter.method(), letter.path(), query, headers, body, Map.of());
    }

    /** Lies of ten kinds, each a little different every time. */
    private Request lie(Protocol protocol, Request truth, int i) {
        var body = truth.body().clone();
        var headers = new HashMap<>(truth.headers());
        var query = truth.query();
        switch (i % 5) {
            case 0 -> {} // replayed to the byte
            case 1 -> body[body.length / 2] ^= 1; // altered
            case 2 -> { // made up, signed with a secret that is not theirs
                body = ("{\"eventId\":\"EV" + i + "\",\"data\":{\"sku\":\"X\",\"orderNo\":\"KP2026112200000001\"},"
                                + "\"items\":[{\"goods_no\":\"X" + i + "\"}]}")
                        .getBytes(StandardCharsets.UTF_8);
                return signed(protocol, truth, body, now(), "wrong:wrong:wrong" + i);
            }
            case 3 -> { // their own signature, too old or from the future
                long at = now() + (i % 2 == 0 ? 301 : -301);
                return signed(
                        protocol,
                        truth,
                        body,
                        at,
                        of(protocol).endpoint().secrets().getFirst());
            }
            case 4 -> { // somebody else's name
                headers.put("x-ksp-key", "kameng-0000000" + i);
                query = query == null ? null : query.replaceAll("mch_id=\\d+", "mch_id=99" + i);
            }
        }
        return with(truth, query, headers, body);
    }

    private static long now() {
        return java.time.Instant.now().getEpochSecond();
    }

    private Request signed(Protocol protocol, Request like, byte[] body, long at, String secret) {
        var endpoint = of(protocol).endpoint();
        if (protocol == Protocol.GOOFISH) {
            var sign = GoofishSignature.sign(secret, endpoint.key(), "" + at, body);
            return with(like, "mch_id=" + endpoint.key() + "&timestamp=" + at + "&sign=" + sign, like.headers(), body);
        }
        var headers = new HashMap<>(like.headers());
        headers.put("x-ksp-timestamp", "" + at);
        headers.put("x-ksp-nonce", "ab%030d".formatted(at));
        headers.put(
                "x-ksp-signature",
                KspSignature.sign(secret, "POST", like.path(), null, "" + at, "ab%030d".formatted(at), body));
        return with(like, null, headers, body);
    }

    @ParameterizedTest
    @CsvSource({"xingzhou, KSP", "qingyun, KSP", "yunduan, KSP", "zhixing, GOOFISH"})
    void of_a_hundred_forged_or_replayed_pushes_none_comes_through(String id, Protocol protocol) throws Exception {
        if (protocol == Protocol.KSP) {
            ksp.close();
            ksp = speaksKsp(id);
        }
        var other = of(protocol);
        var truth = pushed(protocol);
        await().until(() -> other.news.size() == 1);
        for (int i = 0; i < LIES; i++) {
            assertThat(knock(protocol, lie(protocol, truth, i))).isBetween(400, 401);
        }
        assertThat(other.news).hasSize(1);
        assertThat(other.refused).hasSize(LIES).contains("REPLAYED", "FORGED", "STALE", "UNKNOWN_KEY");
    }

    @ParameterizedTest
    @EnumSource(names = {"KSP", "GOOFISH"})
    void beyond_a_hundred_a_minute_refusals_are_counted_and_not_written(Protocol protocol) throws Exception {
        var other = of(protocol);
        var truth = pushed(protocol);
        for (int i = 0; i < LIES + 50; i++) {
            knock(protocol, lie(protocol, truth, 4));
        }
        assertThat(other.refused).hasSize(LIES);
        assertThat(other.meters
                        .counter("kameng.supplier.pushes.refused", "protocol", protocol.name(), "why", "UNKNOWN_KEY")
                        .count())
                .isEqualTo(LIES + 50);
        other.dial = Duration.ofSeconds(61);
        knock(protocol, lie(protocol, truth, 4));
        assertThat(other.refused).hasSize(LIES + 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"KSP", "GOOFISH"})
    void what_could_not_be_stored_is_sent_again_and_then_heard(Protocol protocol) {
        var other = of(protocol);
        other.newsFail = true;
        pushed(protocol);
        other.newsFail = false;
        other.supplier.clock().advance(Duration.ofSeconds(6));
        await().atMost(Duration.ofSeconds(10)).until(() -> other.news.size() == 1);
        assertThat(other.letters).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"KSP", "GOOFISH"})
    void forged_and_stale_attempts_are_refused_until_the_true_one_comes(Protocol protocol) {
        var other = of(protocol);
        other.knobs("{\"forgedPush\":100}");
        pushed(protocol);
        assertThat(other.refused).containsExactly("FORGED");
        other.knobs("{\"forgedPush\":0,\"stalePush\":100}");
        turn(other, 6);
        await().until(() -> other.refused.size() == 2);
        assertThat(other.refused).endsWith("STALE");
        other.knobs("{\"stalePush\":0}");
        turn(other, 37);
        await().until(() -> other.news.size() == 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"KSP", "GOOFISH"})
    void pushes_under_either_active_secret_are_heard_and_under_a_retired_one_not(Protocol protocol) throws Exception {
        var other = of(protocol);
        var old = other.endpoint().secrets().getFirst();
        var truth = pushed(protocol);
        other.knobs("{\"rotateSecret\":true}");
        assertThat(knock(protocol, signed(protocol, truth, truth.body(), now() + 1, old)))
                .isEqualTo(200);
        var newest = other.endpoint().secrets().getFirst();
        assertThat(knock(protocol, signed(protocol, truth, truth.body(), now() + 2, newest)))
                .isEqualTo(200);
        other.knobs("{\"rotateSecret\":false}");
        assertThat(knock(protocol, signed(protocol, truth, truth.body(), now() + 3, old)))
                .isEqualTo(401);
        assertThat(other.news).as("the same event is one event").hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"KSP", "GOOFISH"})
    void too_large_and_well_signed_nonsense_are_refused(Protocol protocol) throws Exception {
        var truth = pushed(protocol);
        var secret = of(protocol).endpoint().secrets().getFirst();
        var large = new byte[PushDoor.LARGEST_BODY + 1];
        assertThat(knock(protocol, signed(protocol, truth, large, now(), secret)))
                .isEqualTo(413);
        var nonsense = "{\"eventId\":1}".getBytes(StandardCharsets.UTF_8);
        assertThat(knock(protocol, signed(protocol, truth, nonsense, now() + 1, secret)))
                .isEqualTo(400);
        assertThat(of(protocol).refused).containsExactly("TOO_LARGE", "MALFORMED");
    }

    /** Their clock and ours. */
    private static void turn(Counterpart other, int seconds) {
        other.dial = Duration.ofSeconds(seconds);
        other.supplier.clock().turn(Duration.ofSeconds(seconds));
    }

    /** The fifth supplier, in the style of 福禄, pushes nothing: there is no door to tell lies at. */
    @Test
    void every_door_for_channels_and_suppliers_is_one_where_a_hundred_lies_are_told() throws Exception {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        var doors = new TreeSet<String>();
        for (var found : scan.findCandidateComponents("org.kameng.workers")) {
            for (var method : Class.forName(found.getBeanClassName()).getDeclaredMethods()) {
                var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping != null) {
                    doors.addAll(List.of(mapping.path()));
                }
            }
        }
        assertThat(doors)
                .containsExactlyInAnyOrder(
                        "/webhooks/wechat/payments",
                        "/webhooks/wechat/refunds",
                        "/webhooks/alipay",
                        KspDoor.ORDERS,
                        KspDoor.CANCELS,
                        KspDoor.PRODUCTS,
                        GoofishDoor.ORDERS,
                        GoofishDoor.GOODS);
    }

    @Test
    void a_push_for_one_door_opens_no_other() throws Exception {
        var truth = pushed(Protocol.KSP);
        ksp.news.clear();
        var moved = new Request("POST", KspDoor.ORDERS, null, truth.headers(), truth.body(), Map.of());
        assertThat(knock(Protocol.KSP, moved)).isEqualTo(401);
        assertThat(ksp.news).isEmpty();
    }

    @Test
    void a_cancellation_that_was_answered_late_is_news_of_its_order() throws Exception {
        ksp.knobs("{\"cancelAnswer\":\"PENDING\",\"processingSeconds\":0}");
        var gateway = new KspGateway(ksp.line, ksp.clock());
        var request = ksp.request("KP2026112200000777", "SW-QY-PDF", false, 1, 10500, "");
        gateway.purchase(ksp.endpoint(), request);
        await().until(() -> ksp.news.size() == 1);
        var secret = ksp.endpoint().secrets().getFirst();
        var body = "{\"cancelNo\":\"KC2026112200000777\",\"reason\":\"D12\",\"items\":[]}"
                .getBytes(StandardCharsets.UTF_8);
        var path = "/ksp/v1/orders/KP2026112200000777/cancel";
        assertThat(RawKsp.post(ksp.endpoint(), secret, path, body)).contains("PENDING");
        await().atMost(Duration.ofSeconds(10)).until(() -> ksp.news.size() == 2);
        assertThat(ksp.news)
                .extracting(Counterpart.News::subject)
                .containsExactly("KP2026112200000777", "KP2026112200000777");
        assertThat(RawKsp.post(ksp.endpoint(), secret, path, body)).contains("AGREED", "10500");
    }

    @Test
    void nothing_that_was_pushed_is_written_down_in_clear() {
        var gateway = new GoofishGateway(goofish.line, goofish.clock());
        var request = goofish.request("KP2026112200000778", "ED-ZX-PY", false, 1, 13000, "");
        var card = SupplierContract.numbersOf(
                (org.kameng.domain.supplier.PurchaseReply.Finished) gateway.purchase(goofish.endpoint(), request));
        await().until(() -> goofish.news.size() == 1);
        assertThat(goofish.letters.getLast().text()).as("the wire does send it").contains(card.getFirst());
        assertThat(goofish.calls).extracting("request", "response").asString().doesNotContain(card.getFirst());
        assertThat(List.copyOf(goofish.calls)).anyMatch(call -> call.operation().equals("notify"));
    }
}
