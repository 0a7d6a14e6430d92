package org.kameng.workers.payment;

import com.alipay.api.domain.AlipayTradeCloseModel;
import com.alipay.api.domain.AlipayTradeFastpayRefundQueryModel;
import com.alipay.api.domain.AlipayTradePrecreateModel;
import com.alipay.api.domain.AlipayTradeQueryModel;
import com.alipay.api.domain.AlipayTradeRefundModel;
import com.alipay.api.domain.SettleDetailInfo;
import com.alipay.api.domain.SettleInfo;
import com.alipay.api.domain.SubMerchant;
import com.alipay.api.request.AlipayTradeCloseRequest;
import com.alipay.api.request.AlipayTradeFastpayRefundQueryRequest;
import com.alipay.api.request.AlipayTradePrecreateRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import java.util.List;
import org.kameng.domain.payment.PrepayRequest;
import org.kameng.domain.payment.RefundRequest;

/**
 * Our requests in the SDK's types. The same input gives the same bytes, as the channel refuses a number that comes back
 * with other content.
 */
record AlipayRequests(String publicUrl) {
    static final String NOTICES = "/webhooks/alipay";
    /** T+7: the platform holds nothing, the institution settles to the seller after this time. */
    private static final String SETTLED_AFTER = "7d";

    private static final int LONGEST_SUBJECT = 256;
    private static final int LONGEST_REASON = 256;

    AlipayTradePrecreateRequest prepay(PrepayRequest order) {
        var yuan = AlipayText.yuan(order.amount());
        var merchant = new SubMerchant();
        merchant.setMerchantId(order.subMchid());
        var detail = new SettleDetailInfo();
        detail.setTransInType("defaultSettle");
        detail.setAmount(yuan);
        var settle = new SettleInfo();
        settle.setSettleDetailInfos(List.of(detail));
        settle.setSettlePeriodTime(SETTLED_AFTER);
        var model = new AlipayTradePrecreateModel();
        model.setOutTradeNo(order.outTradeNo());
        model.setTotalAmount(yuan);
        // The gateway takes none of these three in a subject.
        model.setSubject(Shortened.to(order.subject().replaceAll("[/=&]", " "), LONGEST_SUBJECT));
        model.setTimeExpire(AlipayText.time(order.expiresAt()));
        model.setSubMerchant(merchant);
        model.setSettleInfo(settle);
        var request = new AlipayTradePrecreateRequest();
        request.setBizModel(model);
        request.setNotifyUrl(publicUrl + NOTICES);
        return request;
    }

    AlipayTradeQueryRequest query(String outTradeNo) {
        var model = new AlipayTradeQueryModel();
        model.setOutTradeNo(outTradeNo);
        var request = new AlipayTradeQueryRequest();
        request.setBizModel(model);
        return request;
    }

    AlipayTradeCloseRequest close(String outTradeNo) {
        var model = new AlipayTradeCloseModel();
        model.setOutTradeNo(outTradeNo);
        var request = new AlipayTradeCloseRequest();
        request.setBizModel(model);
        return request;
    }

    AlipayTradeRefundRequest refund(RefundRequest refund) {
        var model = new AlipayTradeRefundModel();
        model.setOutTradeNo(refund.outTradeNo());
        model.setTradeNo(refund.transactionId());
        model.setOutRequestNo(refund.channelNo());
        model.setRefundAmount(AlipayText.yuan(refund.refund()));
        model.setRefundReason(Shortened.to(refund.reason(), LONGEST_REASON));
        var request = new AlipayTradeRefundRequest();
        request.setBizModel(model);
        return request;
    }

    AlipayTradeFastpayRefundQueryRequest queryRefund(String channelNo, String outTradeNo) {
        var model = new AlipayTradeFastpayRefundQueryModel();
        model.setOutTradeNo(outTradeNo);
        model.setOutRequestNo(channelNo);
        var request = new AlipayTradeFastpayRefundQueryRequest();
        request.setBizModel(model);
        return request;
    }
}
