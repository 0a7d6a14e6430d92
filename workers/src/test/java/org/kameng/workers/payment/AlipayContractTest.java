package org.kameng.workers.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kameng.domain.payment.CloseReply;
import org.kameng.domain.payment.QueryResult;
import org.kameng.domain.payment.RefundOutcome;
import org.kameng.domain.payment.RefundReply;
import org.kameng.tools.simulators.Simulators;

class AlipayContractTest extends ChannelContract {
    @Override
    Side side(Simulators running) {
        return new AlipaySide(running.alipay());
    }

    @Test
    void a_code_nobody_scanned_cannot_be_closed_there_and_money_on_it_is_still_told() {
        books.expect("A000001", 2940);
        assertThat(code("A000001")).startsWith("https://qr.alipay.com/");
        assertThat(channel.query("A000001", side.merchant())).isEqualTo(new QueryResult.NotFound());
        assertThat(channel.close("A000001", side.merchant())).isEqualTo(new CloseReply.Closed());
        rig.pay("A000001");
        rig.acknowledges(true);
        assertThat(books.confirmed).containsKey("A000001");
    }

    @Test
    void a_refund_is_known_at_once_and_its_repeat_finds_it_done() {
        var transaction = paid("A000002");
        var request = refund("RA00002", "A000002", transaction, 940);
        var done = new RefundReply.Settled(RefundOutcome.SUCCESS, transaction);
        assertThat(channel.refund(request)).isEqualTo(done);
        assertThat(channel.refund(request)).isEqualTo(done);
    }

    @Test
    void a_refund_that_is_not_ours_is_no_payment_and_raises_an_alarm() {
        pay("A000003");
        rig.acknowledges(true);
        var transaction = books.confirmed.get("A000003").transactionId();
        channel.refund(refund("RA00003", "A000003", transaction, 940));
        rig.acknowledges(true, false);
        assertThat(books.refused).containsExactly("UNKNOWN_REFUND");
        assertThat(books.receipts).hasSize(1);
    }
}
