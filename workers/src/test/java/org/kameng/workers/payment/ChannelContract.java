package org.kameng.workers.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kameng.domain.payment.ChannelNotice;
import org.kameng.domain.payment.CloseReply;
import org.kameng.domain.payment.PaymentChannel;
import org.kameng.domain.payment.PaymentChannels;
import org.kameng.domain.payment.PaymentReceipt;
import org.kameng.domain.payment.Prepay;
import org.kameng.domain.payment.PrepayRequest;
import org.kameng.domain.payment.QueryResult;
import org.kameng.domain.payment.RefundOutcome;
import org.kameng.domain.payment.RefundReply;
import org.kameng.domain.payment.RefundRequest;
import org.kameng.domain.payment.RefundState;
import org.kameng.domain.shared.Money;
import org.kameng.tools.simulators.Simulators;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What every channel must do, in good days and bad: the adapter out, the door in, each against a simulator that signs. */
abstract class ChannelContract {
    private static final Instant NO_LATER = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 900);

    @TempDir
    Path home;

    private volatile Duration dial = Duration.ZERO;
    Side side;
    PaymentBooks books;
    ChannelRig rig;
    PaymentChannel channel;
    private Simulators simulators;
    private RefundBooks refunds;
    private PaymentQueryJob job;

    abstract Side side(Simulators running);

    @BeforeEach
    void start() throws IOException {
        simulators = Simulators.onFreePorts(home);
        side = side(simulators);
        books = new PaymentBooks(side.id(), side.merchant());
        refunds = new RefundBooks(side.id(), side.merchant());
        var clock = new DialledClock();
        rig = new ChannelRig(side, books, refunds, clock);
        channel = rig.channel;
        job = new PaymentQueryJob(new PaymentChannels(List.of(channel)), books, refunds);
    }

    private final class DialledClock extends Clock {
        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(dial);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @AfterEach
    void stop() throws IOException {
        simulators.close();
        rig.close();
    }

    PrepayRequest order(String outTradeNo) {
        return new PrepayRequest(
                outTradeNo, side.merchant(), "《星云远征》点卡 30 / 2 = 1 & 1", Money.ofFen(2940), NO_LATER, "203.0.113.7");
    }

    RefundRequest refund(String refundNo, String outTradeNo, String transactionId, long fen) {
        return new RefundRequest(
                refundNo,
                side.id(),
                outTradeNo,
                transactionId,
                side.merchant(),
                Money.ofFen(fen),
                Money.ofFen(2940),
                "无货");
    }

    String code(String outTradeNo) {
        return ((Prepay.Ready) channel.prepay(order(outTradeNo))).codeUrl();
    }

    /** Paid, with nobody told. */
    String paid(String outTradeNo) {
        rig.knobs("{\"dropNotify\":true}");
        code(outTradeNo);
        return rig.pay(outTradeNo);
    }

    private void trouble(String knob, Object value) {
        rig.knobs("{\"" + knob + "\":" + value + "}");
    }

    private void repeat() {
        dial = dial.plus(side.firstRepeat());
        side.clock().advance(side.firstRepeat());
    }

    // out

    @Test
    void an_order_is_prepaid_paid_and_read_back() {
        var order = order("C000001");
        var ready = channel.prepay(order);
        assertThat(ready).isInstanceOf(Prepay.Ready.class);
        assertThat(channel.prepay(order)).isEqualTo(ready);
        assertThat(channel.query("C000001", side.merchant()))
                .isIn(new QueryResult.NotPaid(), new QueryResult.NotFound());

        var transaction = rig.pay("C000001");

        assertThat(channel.query("C000001", side.merchant())).isInstanceOfSatisfying(QueryResult.Paid.class, paid -> {
            assertThat(paid.notice().channel()).isEqualTo(side.id());
            assertThat(paid.notice().transactionId()).isEqualTo(transaction);
            assertThat(paid.notice().amount()).isEqualTo(Money.ofFen(2940));
            assertThat(paid.notice().subMchid()).isEqualTo(side.merchant());
            assertThat(paid.notice().payerId()).isEqualTo("payer-1");
            assertThat(paid.notice().paidAt())
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        });
        assertThat(channel.close("C000001", side.merchant())).isEqualTo(new CloseReply.AlreadyPaid());
        assertThat(channel.prepay(order)).isInstanceOf(Prepay.Unknown.class);
    }

    @Test
    void a_closed_order_stays_closed() {
        side.simulator().scan(code("C000002"));
        assertThat(channel.query("C000002", side.merchant())).isEqualTo(new QueryResult.NotPaid());
        assertThat(channel.close("C000002", side.merchant())).isEqualTo(new CloseReply.Closed());
        assertThat(channel.close("C000002", side.merchant())).isEqualTo(new CloseReply.Closed());
        assertThat(channel.query("C000002", side.merchant())).isEqualTo(new QueryResult.Closed());
        assertThat(channel.prepay(order("C000002"))).isInstanceOf(Prepay.Refused.class);
    }

    @Test
    void what_the_channel_does_not_know_is_not_found_and_not_failed() {
        assertThat(channel.query("C000003", side.merchant())).isEqualTo(new QueryResult.NotFound());
        assertThat(channel.close("C000003", side.merchant())).isEqualTo(new CloseReply.Closed());
        assertThat(channel.queryRefund("R000003", "C000003", side.merchant())).isEqualTo(new RefundReply.NotFound());
        paid("C000004");
        assertThat(channel.queryRefund("R000004", "C000004", side.merchant())).isEqualTo(new RefundReply.NotFound());
    }

    @Test
    void a_refund_runs_to_its_end_once_and_never_beyond_the_payment() {
        var transaction = paid("C000005");
        var request = refund("R000005", "C000005", transaction, 940);
        assertThat(channel.refund(request)).isInstanceOfAny(RefundReply.Accepted.class, RefundReply.Settled.class);
        assertThat(channel.refund(request)).isInstanceOfAny(RefundReply.Accepted.class, RefundReply.Settled.class);
        awaitRefunded("R000005", "C000005");
        assertThat(channel.refund(refund("R000006", "C000005", transaction, 2001)))
                .isInstanceOf(RefundReply.Refused.class);
        assertThat(channel.refund(refund("R000007", "C000005", transaction, 2000)))
                .isInstanceOfAny(RefundReply.Accepted.class, RefundReply.Settled.class);
        awaitRefunded("R000007", "C000005");
        assertThat(channel.query("C000005", side.merchant()))
                .as("refunded in full is paid all the same")
                .isInstanceOf(QueryResult.Paid.class);
    }

    private void awaitRefunded(String refundNo, String outTradeNo) {
        await().untilAsserted(() -> assertThat(channel.queryRefund(refundNo, outTradeNo, side.merchant()))
                .isInstanceOfSatisfying(
                        RefundReply.Settled.class, s -> assertThat(s.outcome()).isEqualTo(RefundOutcome.SUCCESS)));
    }

    @Test
    void a_refund_without_funds_is_refused_and_one_under_way_is_not_settled() {
        var transaction = paid("C000008");
        var request = refund("R000008", "C000008", transaction, 2940);
        trouble("subMerchantBalance", 1);
        assertThat(channel.refund(request)).isInstanceOf(RefundReply.Refused.class);
        trouble("subMerchantBalance", null);
        rig.knobs(side.refundsPend(true));
        assertThat(channel.refund(request)).isInstanceOf(RefundReply.Accepted.class);
        assertThat(channel.refund(request)).isInstanceOf(RefundReply.Accepted.class);
        assertThat(channel.queryRefund("R000008", "C000008", side.merchant()))
                .isInstanceOfAny(RefundReply.Accepted.class, RefundReply.NotFound.class);
        rig.knobs(side.refundsPend(false));
        awaitRefunded("R000008", "C000008");
        assertThat(journalled("R000008", "REFUND_SUCCESS")).isEqualTo(1);
    }

    private long journalled(String number, String type) {
        return Http.get(side.control().resolve("/control/journal?type=" + type))
                        .split("\"outRefundNo\":\"" + number + "\"", -1)
                        .length
                - 1;
    }

    @Test
    void an_answer_lost_after_success_is_unknown_and_asking_finds_the_truth() {
        trouble("timeoutAfterSuccess", true);
        trouble("holdMs", 0);
        assertThat(channel.prepay(order("C000009"))).isInstanceOf(Prepay.Unknown.class);
        trouble("holdMs", 2500);
        assertThat(channel.prepay(order("C000009"))).isInstanceOf(Prepay.Unknown.class);
        trouble("timeoutAfterSuccess", false);
        assertThat(channel.prepay(order("C000009"))).isInstanceOf(Prepay.Ready.class);

        var transaction = paid("C000009");
        trouble("timeoutAfterSuccess", true);
        trouble("holdMs", 0);
        var request = refund("R000009", "C000009", transaction, 2940);
        assertThat(channel.refund(request)).isInstanceOf(RefundReply.Unknown.class);
        trouble("timeoutAfterSuccess", false);
        assertThat(channel.refund(request)).isInstanceOfAny(RefundReply.Accepted.class, RefundReply.Settled.class);
        awaitRefunded("R000009", "C000009");
        assertThat(journalled("R000009", "REFUND_SUCCESS")).isEqualTo(1);
    }

    @Test
    void every_unclear_answer_is_unknown_never_refused() throws IOException {
        var transaction = paid("C000010");
        for (var knob : side.unclear()) {
            trouble(knob, true);
            var answers = List.of(
                    channel.prepay(order("C000011")),
                    channel.query("C000010", side.merchant()),
                    channel.refund(refund("R000010", "C000010", transaction, 1)),
                    channel.queryRefund("R000010", "C000010", side.merchant()));
            assertThat(answers)
                    .as(knob)
                    .hasOnlyElementsOfTypes(Prepay.Unknown.class, QueryResult.Unknown.class, RefundReply.Unknown.class);
            trouble(knob, false);
        }
        trouble("error5xx", true);
        assertThat(channel.close("C000010", side.merchant())).isInstanceOf(CloseReply.Unknown.class);
        trouble("error5xx", false);
        trouble("answerDelayMs", 2500);
        assertThat(channel.query("C000010", side.merchant())).isEqualTo(new QueryResult.Unknown("NO_ANSWER"));
        simulators.close();
        assertThat(channel.query("C000010", side.merchant())).isEqualTo(new QueryResult.Unknown("NO_ANSWER"));
    }

    @Test
    void a_request_signed_with_a_strange_key_says_nothing_about_the_payment(@TempDir Path elsewhere)
            throws IOException {
        try (var other = Simulators.onFreePorts(elsewhere)) {
            var stranger = side.connect("http://127.0.0.1:1", side(other).credentials(), rig.meters);
            assertThat(stranger.prepay(order("C000012"))).isInstanceOf(Prepay.Unknown.class);
        }
        assertThat(side.simulator().find("C000012")).isNull();
    }

    @Test
    void no_call_runs_while_a_transaction_is_open() {
        TransactionSynchronizationManager.initSynchronization();
        try {
            assertThatIllegalStateException().isThrownBy(() -> channel.query("C000013", side.merchant()));
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    // in

    void pay(String outTradeNo) {
        books.expect(outTradeNo, 2940);
        code(outTradeNo);
        rig.pay(outTradeNo);
    }

    @Test
    void a_genuine_notification_is_committed_and_then_acknowledged() {
        pay("D000001");
        rig.acknowledges(true);
        assertThat(books.confirmed.get("D000001").payerId()).isEqualTo("payer-1");
        assertThat(books.confirmed.get("D000001").source()).isEqualTo(ChannelNotice.Source.NOTIFICATION);
        assertThat(books.refused).isEmpty();
    }

    @Test
    void a_forged_notification_is_refused_recorded_and_counted_and_the_true_one_is_taken() {
        trouble("forgedNotify", true);
        pay("D000002");
        rig.acknowledges(false);
        assertThat(books.receipts).isEmpty();
        assertThat(books.refused).containsExactly("FORGED");
        assertThat(rig.refused("FORGED")).isEqualTo(1);
        trouble("forgedNotify", false);
        repeat();
        rig.acknowledges(false, true);
        assertThat(books.confirmed).containsKey("D000002");
    }

    @Test
    void a_notification_301_seconds_old_is_refused_though_well_signed() {
        trouble("staleNotify", true);
        pay("D000003");
        rig.acknowledges(false);
        assertThat(books.refused).containsExactly("STALE");
        assertThat(books.receipts).isEmpty();
    }

    @Test
    void a_replayed_notification_is_refused_at_once_and_later_too() {
        pay("D000004");
        rig.acknowledges(true);
        var letter = rig.letters.getFirst();
        assertThat(rig.knock(letter.path(), side.stolen(letter, 0))).isFalse();
        dial = Duration.ofSeconds(305);
        assertThat(rig.knock(letter.path(), side.stolen(letter, 0))).isFalse();
        assertThat(books.refused).containsExactly("REPLAYED", "STALE");
        assertThat(books.receipts).hasSize(1);
    }

    @Test
    void a_hundred_forged_and_a_hundred_stolen_callbacks_at_once_none_gets_through() throws Exception {
        trouble("forgedNotify", true);
        trouble("duplicateNotify", 99);
        pay("D000005");
        rig.awaitLetters(100);
        assertThat(books.receipts).isEmpty();
        assertThat(rig.refused("FORGED")).isEqualTo(100);
        trouble("forgedNotify", false);
        trouble("duplicateNotify", 0);
        repeat();
        rig.awaitLetters(101);
        assertThat(books.receipts).hasSize(1);

        var letter = rig.letters.getLast();
        var knocks = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 100; i++) {
            var stolen = side.stolen(letter, i);
            knocks.add(() -> rig.knock(letter.path(), stolen));
        }
        try (var thieves = Executors.newFixedThreadPool(16)) {
            for (var knock : thieves.invokeAll(knocks)) {
                assertThat(knock.get()).isFalse();
            }
        }
        assertThat(books.receipts).hasSize(1);
        assertThat(rig.refused("REPLAYED")).isEqualTo(25);
        assertThat(rig.refused("FORGED") + rig.refused("STALE")).isEqualTo(175);
    }

    @Test
    void wrong_merchant_and_wrong_amount_are_refused_and_recorded() {
        trouble("wrongMerchantNotify", true);
        pay("D000006");
        rig.acknowledges(false);
        trouble("wrongMerchantNotify", false);
        trouble("wrongAmountNotify", true);
        pay("D000007");
        rig.acknowledges(false, false);
        assertThat(books.receipts)
                .containsExactly(
                        new PaymentReceipt.Suspicious(PaymentBooks.ORDER, PaymentReceipt.Why.WRONG_MERCHANT),
                        new PaymentReceipt.Suspicious(PaymentBooks.ORDER, PaymentReceipt.Why.WRONG_AMOUNT));
        assertThat(rig.refused("WRONG_MERCHANT")).isEqualTo(1);
        assertThat(rig.refused("WRONG_AMOUNT")).isEqualTo(1);
        assertThat(books.confirmed).isEmpty();
    }

    @Test
    void a_letter_without_form_is_refused() {
        for (var path : side.paths()) {
            assertThat(rig.knock(path, new Side.Letter(Map.of(), "{}"))).isFalse();
            assertThat(rig.knock(path, new Side.Letter(Map.of(), "a=%zz&sign=b")))
                    .isFalse();
            assertThat(rig.knock(path, new Side.Letter(Map.of(), "x".repeat(70_000))))
                    .isFalse();
        }
        assertThat(books.refused)
                .isSubsetOf("UNSIGNED", "MALFORMED", "TOO_LARGE")
                .contains("UNSIGNED", "TOO_LARGE");
    }

    @Test
    void fifty_notifications_at_once_are_handled_once() {
        trouble("duplicateNotify", 49);
        pay("D000008");
        rig.awaitLetters(50);
        assertThat(books.receipts)
                .filteredOn(PaymentReceipt.Confirmed.class::isInstance)
                .hasSize(1);
        // The channel's own copies may be the same to the byte; one that comes after the first has done its work is
        // refused.
        assertThat(books.refused).isSubsetOf("REPLAYED");
        assertThat(books.receipts.size() + books.refused.size()).isEqualTo(50);
    }

    @Test
    void a_failure_of_ours_asks_the_channel_to_repeat() {
        books.broken = new IllegalStateException("the database is away");
        pay("D000009");
        rig.acknowledges(false);
        books.broken = null;
        repeat();
        rig.acknowledges(false, true);
        assertThat(books.confirmed).containsKey("D000009");
    }

    @Test
    void a_payment_whose_notification_is_lost_is_found_by_asking() {
        trouble("dropNotify", true);
        pay("D000010");
        job.askForPayments();
        assertThat(books.confirmed.get("D000010").source()).isEqualTo(ChannelNotice.Source.QUERY);
        assertThat(rig.answers).isEmpty();
    }

    @Test
    void asking_survives_a_channel_in_trouble_and_learns_of_closed_orders() {
        books.expect("D000011", 2940);
        side.simulator().scan(code("D000011"));
        trouble("error5xx", true);
        job.askForPayments();
        assertThat(books.closed).isEmpty();
        assertThat(books.answered).isEmpty();
        trouble("error5xx", false);
        books.expect("D000014", 2940);
        job.askForPayments();
        assertThat(books.answered).containsExactlyInAnyOrder("D000011", "D000014");
        channel.close("D000011", side.merchant());
        job.askForPayments();
        assertThat(books.closed).containsExactly("D000011");
    }

    @Test
    void refund_results_come_by_notification_or_by_asking() {
        pay("D000012");
        rig.acknowledges(true);
        refund("R000012", 940, 940);
        await().until(() -> refunds.state("R000012") == RefundState.SUCCESS);
        rig.acknowledges(true, true);
        assertThat(books.receipts).as("a refund is no payment").hasSize(1);
        trouble("dropNotify", true);
        refund("R000013", 1000, 1000);
        await().untilAsserted(() -> {
            job.askForRefunds();
            assertThat(refunds.state("R000013")).isEqualTo(RefundState.SUCCESS);
        });
    }

    @Test
    void a_refund_notification_that_does_not_fit_is_refused() {
        pay("D000014");
        rig.acknowledges(true);
        refund("R000014", 941, 940);
        rig.acknowledges(true, false);
        assertThat(books.refused).containsExactly("WRONG_AMOUNT");
        assertThat(refunds.state("R000014")).isEqualTo(RefundState.SENT);
    }

    private void refund(String refundNo, long expected, long asked) {
        var payment = books.confirmed.values().iterator().next();
        refunds.expect(refundNo, payment.outTradeNo(), expected);
        channel.refund(refund(refundNo, payment.outTradeNo(), payment.transactionId(), asked));
    }
}
