package org.kameng.workers.refund;

import org.kameng.domain.payment.RefundOutcome;
import org.kameng.domain.payment.RefundReply;
import org.kameng.domain.payment.RefundState;
import org.kameng.domain.payment.Refunds;
import org.kameng.processes.refund.PaymentRefund.States;
import org.springframework.stereotype.Component;

/** Writes down what the channel says about a refund and tells it in the model's words. */
@Component
record RefundAnswers(Refunds refunds) {

    /** The state the model knows; PROCESSING also for an answer that was not clear. */
    String writeDown(String channelNo, RefundReply reply) {
        return switch (reply) {
            case RefundReply.Accepted(var channelRefundId) -> {
                refunds.accepted(channelNo, channelRefundId);
                yield States.PROCESSING;
            }
            case RefundReply.Settled(var outcome, var channelRefundId) ->
                inWords(refunds.settled(channelNo, outcome, channelRefundId, null)
                        .state());
            case RefundReply.Refused(var code) ->
                inWords(refunds.settled(channelNo, RefundOutcome.ABNORMAL, null, code)
                        .state());
            case RefundReply.NotFound() -> unclear(channelNo, "NOT_FOUND");
            case RefundReply.Unknown(var code) -> unclear(channelNo, code);
        };
    }

    private String unclear(String channelNo, String code) {
        refunds.unknown(channelNo, code);
        return States.PROCESSING;
    }

    static String inWords(RefundState state) {
        return switch (state) {
            case REQUESTED, SENT, UNKNOWN -> States.PROCESSING;
            case SUCCESS, ABNORMAL, CLOSED, SETTLED_BY_HAND -> state.name();
        };
    }
}
