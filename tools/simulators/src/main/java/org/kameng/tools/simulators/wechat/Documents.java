package org.kameng.tools.simulators.wechat;

import java.util.LinkedHashMap;
import java.util.Map;

/** Orders and refunds in the channel's words, as answers and notifications carry them. */
final class Documents {
    private Documents() {}

    static Map<String, Object> transaction(Trade trade) {
        var json = new LinkedHashMap<String, Object>();
        json.put("sp_appid", trade.spAppid());
        json.put("sp_mchid", trade.spMchid());
        json.put("sub_mchid", trade.subMchid());
        json.put("out_trade_no", trade.outTradeNo());
        json.put("trade_state", trade.state().name());
        json.put("trade_state_desc", trade.state().description());
        if (trade.attach() != null) {
            json.put("attach", trade.attach());
        }
        var amount = new LinkedHashMap<String, Object>();
        amount.put("total", trade.total());
        amount.put("currency", trade.currency());
        if (trade.paidAt() != null) {
            json.put("transaction_id", trade.transactionId());
            json.put("trade_type", "NATIVE");
            json.put("bank_type", "OTHERS");
            json.put("success_time", Wire.time(trade.paidAt()));
            json.put("payer", Map.of("sp_openid", String.valueOf(trade.payerOpenid())));
            amount.put("payer_total", trade.total());
            amount.put("payer_currency", trade.currency());
        }
        json.put("amount", amount);
        return json;
    }

    static Map<String, Object> refundAccepted(RefundRecord refund) {
        var json = new LinkedHashMap<String, Object>();
        json.put("refund_id", refund.refundId());
        json.put("out_refund_no", refund.outRefundNo());
        json.put("create_time", Wire.time(refund.createdAt()));
        json.put("amount", refundAmount(refund));
        json.put("refund_account", refund.account());
        return json;
    }

    static Map<String, Object> refund(RefundRecord refund) {
        var json = refundAccepted(refund);
        json.put("transaction_id", refund.transactionId());
        json.put("out_trade_no", refund.outTradeNo());
        json.put("channel", "ORIGINAL");
        json.put("user_received_account", "支付用户零钱");
        json.put("status", refund.status().name());
        if (refund.settledAt() != null) {
            json.put("success_time", Wire.time(refund.settledAt()));
        }
        return json;
    }

    static Map<String, Object> refundNotice(RefundRecord refund) {
        var json = new LinkedHashMap<String, Object>();
        json.put("sp_mchid", refund.spMchid());
        json.put("sub_mchid", refund.subMchid());
        json.put("transaction_id", refund.transactionId());
        json.put("out_trade_no", refund.outTradeNo());
        json.put("refund_id", refund.refundId());
        json.put("out_refund_no", refund.outRefundNo());
        json.put("refund_status", refund.status().name());
        if (refund.settledAt() != null) {
            json.put("success_time", Wire.time(refund.settledAt()));
        }
        json.put("user_received_account", "支付用户零钱");
        json.put("refund_account", refund.account());
        var amount = new LinkedHashMap<String, Object>();
        amount.put("total", refund.total());
        amount.put("refund", refund.amount());
        amount.put("payer_total", refund.total());
        amount.put("payer_refund", refund.amount());
        json.put("amount", amount);
        return json;
    }

    private static Map<String, Object> refundAmount(RefundRecord refund) {
        var amount = new LinkedHashMap<String, Object>();
        amount.put("refund", refund.amount());
        amount.put("payer_refund", refund.amount());
        amount.put("discount_refund", 0);
        amount.put("currency", refund.currency());
        return amount;
    }
}
