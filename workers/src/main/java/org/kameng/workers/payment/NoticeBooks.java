package org.kameng.workers.payment;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.ChannelNotice;
import org.kameng.domain.payment.PaymentReceipt;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.payment.RefundOutcome;
import org.kameng.domain.payment.RefundView;
import org.kameng.domain.payment.Refunds;
import org.springframework.stereotype.Component;

/** Hands what a believed notification says to the domain, and counts what became of it. */
@Component
record NoticeBooks(Payments payments, Refunds refunds, MeterRegistry meters) {

    /** Null when it is committed (now or before), else why it is not believed. */
    @Nullable
    Objection receive(ChannelNotice notice) {
        var receipt = payments.receive(notice);
        count(notice.channel(), "payment", name(receipt));
        return receipt instanceof PaymentReceipt.Suspicious suspicious
                ? new Objection(suspicious.why().name(), true)
                : null;
    }

    private static String name(PaymentReceipt receipt) {
        return switch (receipt) {
            case PaymentReceipt.Confirmed confirmed -> "confirmed";
            case PaymentReceipt.Duplicate duplicate -> "duplicate";
            case PaymentReceipt.Late late -> "late";
            case PaymentReceipt.Double twice -> "double";
            case PaymentReceipt.Suspicious suspicious -> "suspicious";
        };
    }

    @Nullable
    RefundView refund(String channelNo) {
        return refunds.find(channelNo).orElse(null);
    }

    void settled(Channel channel, String channelNo, RefundOutcome outcome, @Nullable String channelRefundId) {
        refunds.settled(channelNo, outcome, channelRefundId, null);
        count(channel, "refund", outcome.name());
    }

    private void count(Channel channel, String kind, String outcome) {
        meters.counter("kameng.channel.notices", "channel", channel.name(), "kind", kind, "outcome", outcome)
                .increment();
    }
}
