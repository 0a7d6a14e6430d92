package org.kameng.workers.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.kameng.domain.payment.Prepay;
import org.kameng.domain.payment.RefundOutcome;
import org.kameng.domain.payment.RefundReply;
import org.kameng.tools.simulators.Simulators;

class WeChatContractTest extends ChannelContract {
    @Override
    Side side(Simulators running) {
        return new WeChatSide(running.wechat());
    }

    @Test
    void a_refund_that_fails_after_it_was_accepted_is_abnormal() {
        var transaction = paid("W000001");
        rig.knobs("{\"refundResult\":\"ABNORMAL\"}");
        channel.refund(refund("RW00001", "W000001", transaction, 2940));
        await().untilAsserted(() -> assertThat(channel.queryRefund("RW00001", "W000001", side.merchant()))
                .isInstanceOfSatisfying(
                        RefundReply.Settled.class, s -> assertThat(s.outcome()).isEqualTo(RefundOutcome.ABNORMAL)));
    }

    @Test
    void the_code_opens_wechat() {
        assertThat(code("W000002")).startsWith("weixin://");
        rig.pay("W000002");
        assertThat(channel.prepay(order("W000002"))).isEqualTo(new Prepay.Unknown("OUT_TRADE_NO_USED"));
    }
}
