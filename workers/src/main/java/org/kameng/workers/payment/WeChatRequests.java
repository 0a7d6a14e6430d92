package org.kameng.workers.payment;

import com.wechat.pay.java.service.ecommercerefund.model.CreateRefundRequest;
import com.wechat.pay.java.service.ecommercerefund.model.QueryRefundByOutRefundNoRequest;
import com.wechat.pay.java.service.ecommercerefund.model.RefundReqAmount;
import com.wechat.pay.java.service.partnerpayments.nativepay.model.Amount;
import com.wechat.pay.java.service.partnerpayments.nativepay.model.CloseOrderRequest;
import com.wechat.pay.java.service.partnerpayments.nativepay.model.QueryOrderByOutTradeNoRequest;
import com.wechat.pay.java.service.partnerpayments.nativepay.model.SceneInfo;
import com.wechat.pay.java.service.partnerpayments.nativepay.model.SettleInfo;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.kameng.domain.payment.PrepayRequest;
import org.kameng.domain.payment.RefundRequest;

/**
 * Our requests in the SDK's types. The same input gives the same bytes, as the channel refuses a number that comes back
 * with other content.
 */
final class WeChatRequests {
    static final String PAYMENTS = "/webhooks/wechat/payments";
    static final String REFUNDS = "/webhooks/wechat/refunds";
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(ZoneOffset.ofHours(8));
    private static final int LONGEST_DESCRIPTION = 127;
    private static final int LONGEST_REASON = 80;

    private final WeChatMerchant merchant;
    private final String publicUrl;

    WeChatRequests(WeChatMerchant merchant, String publicUrl) {
        this.merchant = merchant;
        this.publicUrl = publicUrl;
    }

    com.wechat.pay.java.service.partnerpayments.nativepay.model.PrepayRequest prepay(PrepayRequest order) {
        var amount = new Amount();
        amount.setTotal(Math.toIntExact(order.amount().fen()));
        amount.setCurrency(order.amount().currency());
        var settle = new SettleInfo();
        settle.setProfitSharing(true); // commission and delayed release need the money frozen from the start
        var request = new com.wechat.pay.java.service.partnerpayments.nativepay.model.PrepayRequest();
        request.setSpAppid(merchant.appid());
        request.setSpMchid(merchant.mchid());
        request.setSubMchid(order.subMchid());
        request.setDescription(Shortened.to(order.subject(), LONGEST_DESCRIPTION));
        request.setOutTradeNo(order.outTradeNo());
        request.setTimeExpire(time(order.expiresAt()));
        request.setNotifyUrl(publicUrl + PAYMENTS);
        request.setSettleInfo(settle);
        request.setAmount(amount);
        if (!order.payerIp().isBlank()) {
            var scene = new SceneInfo();
            scene.setPayerClientIp(order.payerIp());
            request.setSceneInfo(scene);
        }
        return request;
    }

    QueryOrderByOutTradeNoRequest query(String outTradeNo, String subMchid) {
        var request = new QueryOrderByOutTradeNoRequest();
        request.setOutTradeNo(outTradeNo);
        request.setSpMchid(merchant.mchid());
        request.setSubMchid(subMchid);
        return request;
    }

    CloseOrderRequest close(String outTradeNo, String subMchid) {
        var request = new CloseOrderRequest();
        request.setOutTradeNo(outTradeNo);
        request.setSpMchid(merchant.mchid());
        request.setSubMchid(subMchid);
        return request;
    }

    CreateRefundRequest refund(RefundRequest refund) {
        var amount = new RefundReqAmount();
        amount.setRefund(refund.refund().fen());
        amount.setTotal(refund.total().fen());
        amount.setCurrency(refund.refund().currency());
        var request = new CreateRefundRequest();
        request.setSubMchid(refund.subMchid());
        request.setSpAppid(merchant.appid());
        request.setTransactionId(refund.transactionId());
        request.setOutRefundNo(refund.channelNo());
        request.setReason(Shortened.to(refund.reason(), LONGEST_REASON));
        request.setAmount(amount);
        request.setNotifyUrl(publicUrl + REFUNDS);
        return request;
    }

    QueryRefundByOutRefundNoRequest queryRefund(String channelNo, String subMchid) {
        var request = new QueryRefundByOutRefundNoRequest();
        request.setOutRefundNo(channelNo);
        request.setSubMchid(subMchid);
        return request;
    }

    private static String time(Instant at) {
        return SECONDS.format(at);
    }
}
