package org.kameng.workers.payment;

import org.jspecify.annotations.Nullable;
import org.kameng.domain.payment.RefundOutcome;
import org.kameng.domain.payment.RefundView;
import org.springframework.stereotype.Component;

/** Compares what a genuine notification of Alipay says with what we know, and hands it to the domain. */
@Component
record AlipayDesk(AlipayApp app, NoticeBooks books) {

    /** Null when it is committed (now or before) or no news for us, else why it is not believed. */
    @Nullable
    Objection take(AlipayNotice told) {
        if (!app.appId().equals(told.get("app_id")) || !app.sellerId().equals(told.get("seller_id"))) {
            return Objection.of("WRONG_MERCHANT");
        }
        if (told.isRefund()) {
            return refund(told);
        }
        var status = told.get("trade_status");
        return switch (status == null ? "" : status) {
            case "TRADE_SUCCESS", "TRADE_FINISHED" -> payment(told);
            // Scanned, or closed unpaid: asking and the order's own deadline see to that.
            case "WAIT_BUYER_PAY", "TRADE_CLOSED" -> null;
            default -> Objection.of("NOT_A_PAYMENT");
        };
    }

    private @Nullable Objection payment(AlipayNotice told) {
        var notice = told.payment();
        return notice == null ? Objection.of("INCOMPLETE") : books.receive(notice);
    }

    private @Nullable Objection refund(AlipayNotice told) {
        var number = told.get("out_biz_no");
        if (number == null) {
            return Objection.of("INCOMPLETE");
        }
        var known = books.refund(number);
        if (known == null) {
            return Objection.of("UNKNOWN_REFUND");
        }
        var why = mismatch(told, known);
        if (why == null) {
            books.settled(known.channel(), number, RefundOutcome.SUCCESS, told.get("trade_no"));
        }
        return why;
    }

    /** The sum told is that of all refunds of the trade so far, so it may be more than this one, never less. */
    private static @Nullable Objection mismatch(AlipayNotice told, RefundView known) {
        var smid = told.get("smid");
        if (!known.outTradeNo().equals(told.get("out_trade_no")) || (smid != null && !smid.equals(known.subMchid()))) {
            return Objection.of("WRONG_MERCHANT");
        }
        var sum = AlipayText.money(told.get("refund_fee"));
        return sum == null || sum.fen() < known.amount().fen() ? Objection.of("WRONG_AMOUNT") : null;
    }
}
