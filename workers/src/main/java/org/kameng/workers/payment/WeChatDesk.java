package org.kameng.workers.payment;

import com.wechat.pay.java.service.partnerpayments.nativepay.model.Transaction;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.payment.ChannelNotice;
import org.kameng.domain.payment.RefundOutcome;
import org.kameng.domain.payment.RefundView;
import org.springframework.stereotype.Component;

/** Compares what a genuine notification of WeChat Pay says with what we know, and hands it to the domain. */
@Component
class WeChatDesk {
    private final WeChatMerchant merchant;
    private final NoticeBooks books;

    WeChatDesk(WeChatMerchant merchant, NoticeBooks books) {
        this.merchant = merchant;
        this.books = books;
    }

    /** Null when it is committed (now or before), else why it is not believed. */
    @Nullable
    Objection payment(Transaction told) {
        if (!merchant.mchid().equals(told.getSpMchid()) || !merchant.appid().equals(told.getSpAppid())) {
            return Objection.of("WRONG_MERCHANT");
        }
        if (told.getTradeState() != Transaction.TradeStateEnum.SUCCESS) {
            return Objection.of("NOT_A_PAYMENT");
        }
        var notice = WeChatStatements.read(told, ChannelNotice.Source.NOTIFICATION);
        if (notice == null) {
            return Objection.of("INCOMPLETE");
        }
        return books.receive(notice);
    }

    /** Null when it is committed (now or before), else why it is not believed. */
    @Nullable
    Objection refund(WeChatRefundNotice told) {
        if (!merchant.mchid().equals(told.spMchid())) {
            return Objection.of("WRONG_MERCHANT");
        }
        var outcome = outcome(told.status());
        if (told.outRefundNo() == null || outcome == null) {
            return Objection.of("INCOMPLETE");
        }
        var known = books.refund(told.outRefundNo());
        if (known == null) {
            return Objection.of("UNKNOWN_REFUND");
        }
        var why = mismatch(told, known);
        if (why == null) {
            books.settled(known.channel(), told.outRefundNo(), outcome, told.refundId());
        }
        return why;
    }

    private static @Nullable Objection mismatch(WeChatRefundNotice told, RefundView known) {
        if (!known.subMchid().equals(told.subMchid()) || !known.outTradeNo().equals(told.outTradeNo())) {
            return Objection.of("WRONG_MERCHANT");
        }
        var amount = told.amount();
        boolean same = amount != null
                && amount.refund() != null
                && amount.refund() == known.amount().fen();
        return same ? null : Objection.of("WRONG_AMOUNT");
    }

    private static @Nullable RefundOutcome outcome(@Nullable String status) {
        return switch (status == null ? "" : status) {
            case "SUCCESS" -> RefundOutcome.SUCCESS;
            case "ABNORMAL" -> RefundOutcome.ABNORMAL;
            case "CLOSED" -> RefundOutcome.CLOSED;
            default -> null;
        };
    }
}
