package org.kameng.workers.payment;

import com.wechat.pay.java.service.partnerpayments.nativepay.model.Transaction;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.payment.ChannelNotice;
import org.kameng.domain.payment.PaymentReceipt;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.payment.RefundOutcome;
import org.kameng.domain.payment.RefundView;
import org.kameng.domain.payment.Refunds;
import org.springframework.stereotype.Component;

/** Compares what a genuine notification says with what we know, and hands it to the domain. */
@Component
class NoticeDesk {
    private final Merchant merchant;
    private final Payments payments;
    private final Refunds refunds;
    private final MeterRegistry meters;

    NoticeDesk(Merchant merchant, Payments payments, Refunds refunds, MeterRegistry meters) {
        this.merchant = merchant;
        this.payments = payments;
        this.refunds = refunds;
        this.meters = meters;
    }

    /** Null when it is committed (now or before), else why it is not believed. */
    @Nullable
    String payment(Transaction told) {
        if (!merchant.mchid().equals(told.getSpMchid()) || !merchant.appid().equals(told.getSpAppid())) {
            return "WRONG_MERCHANT";
        }
        if (told.getTradeState() != Transaction.TradeStateEnum.SUCCESS) {
            return "NOT_A_PAYMENT";
        }
        var notice = Statements.read(told, ChannelNotice.Source.NOTIFICATION);
        if (notice == null) {
            return "INCOMPLETE";
        }
        var receipt = payments.receive(notice);
        count("payment", name(receipt));
        return receipt instanceof PaymentReceipt.Suspicious suspicious
                ? suspicious.why().name()
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

    /** Null when it is committed (now or before), else why it is not believed. */
    @Nullable
    String refund(RefundNotice told) {
        if (!merchant.mchid().equals(told.spMchid())) {
            return "WRONG_MERCHANT";
        }
        var outcome = outcome(told.status());
        if (told.outRefundNo() == null || outcome == null) {
            return "INCOMPLETE";
        }
        var known = refunds.find(told.outRefundNo()).orElse(null);
        if (known == null) {
            return "UNKNOWN_REFUND";
        }
        var why = mismatch(told, known);
        if (why == null) {
            refunds.settled(known.refundNo(), outcome, told.refundId(), null);
            count("refund", outcome.name());
        }
        return why;
    }

    private static @Nullable String mismatch(RefundNotice told, RefundView known) {
        if (!known.subMchid().equals(told.subMchid()) || !known.outTradeNo().equals(told.outTradeNo())) {
            return "WRONG_MERCHANT";
        }
        var amount = told.amount();
        boolean same = amount != null
                && amount.refund() != null
                && amount.refund() == known.amount().fen();
        return same ? null : "WRONG_AMOUNT";
    }

    private static @Nullable RefundOutcome outcome(@Nullable String status) {
        return switch (status == null ? "" : status) {
            case "SUCCESS" -> RefundOutcome.SUCCESS;
            case "ABNORMAL" -> RefundOutcome.ABNORMAL;
            case "CLOSED" -> RefundOutcome.CLOSED;
            default -> null;
        };
    }

    private void count(String kind, String outcome) {
        meters.counter("kameng.wechat.notices", "kind", kind, "outcome", outcome)
                .increment();
    }
}
