package org.kameng.workers.order;

import org.kameng.domain.order.CloseResult.OpenAttempt;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.CloseReply;
import org.kameng.domain.payment.PaymentChannel;
import org.kameng.domain.payment.PaymentChannels;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.payment.QueryResult;
import org.springframework.stereotype.Component;

/** Closes one payment number at the channel; money that came first is taken in, so that it goes back by itself. */
@Component
record AttemptCloser(PaymentChannels channels, Payments payments) {

    /** False when the channel gave no clear answer. */
    boolean close(OpenAttempt attempt) {
        var channel = channels.of(Channel.valueOf(attempt.channel()));
        return switch (channel.close(attempt.outTradeNo(), attempt.subMchid())) {
            case CloseReply.Closed() -> {
                payments.attemptClosed(attempt.outTradeNo());
                yield true;
            }
            case CloseReply.AlreadyPaid() -> takeIn(channel, attempt);
            case CloseReply.Unknown(var code) -> false;
        };
    }

    private boolean takeIn(PaymentChannel channel, OpenAttempt attempt) {
        return switch (channel.query(attempt.outTradeNo(), attempt.subMchid())) {
            case QueryResult.Paid(var notice) -> {
                payments.receive(notice);
                yield true;
            }
            case QueryResult.Closed() -> {
                payments.attemptClosed(attempt.outTradeNo());
                yield true;
            }
            case QueryResult.NotPaid(), QueryResult.NotFound() -> false;
            case QueryResult.Unknown(var code) -> false;
        };
    }
}
