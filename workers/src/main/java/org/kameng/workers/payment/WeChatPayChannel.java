package org.kameng.workers.payment;

import com.wechat.pay.java.core.exception.WechatPayException;
import com.wechat.pay.java.service.ecommercerefund.model.Refund;
import com.wechat.pay.java.service.partnerpayments.nativepay.model.Transaction;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.ChannelNotice;
import org.kameng.domain.payment.CloseReply;
import org.kameng.domain.payment.PaymentChannel;
import org.kameng.domain.payment.Prepay;
import org.kameng.domain.payment.PrepayRequest;
import org.kameng.domain.payment.QueryResult;
import org.kameng.domain.payment.RefundOutcome;
import org.kameng.domain.payment.RefundReply;
import org.kameng.domain.payment.RefundRequest;
import org.springframework.stereotype.Component;

/** WeChat Pay v3 for platforms (平台收付通), native payment, through the official SDK. */
@Component
class WeChatPayChannel implements PaymentChannel {
    private final WeChatClient client;
    private final WeChatRequests requests;
    private final WeChatMerchant merchant;
    private final ChannelCalls calls;

    WeChatPayChannel(WeChatClient client, WeChatRequests requests, WeChatMerchant merchant, MeterRegistry meters) {
        this.client = client;
        this.requests = requests;
        this.merchant = merchant;
        this.calls = new ChannelCalls(Channel.WECHAT, meters);
    }

    @Override
    public Channel id() {
        return Channel.WECHAT;
    }

    @Override
    public Prepay prepay(PrepayRequest request) {
        return call(
                "prepay",
                request.outTradeNo(),
                () -> {
                    var codeUrl =
                            client.payments().prepay(requests.prepay(request)).getCodeUrl();
                    return codeUrl == null ? new Prepay.Unknown("NO_CODE_URL") : new Prepay.Ready(codeUrl);
                },
                // OUT_TRADE_NO_USED may mean that it is paid already: only a query can tell
                failure -> failure.refused() && !failure.is("OUT_TRADE_NO_USED")
                        ? new Prepay.Refused(failure.code())
                        : new Prepay.Unknown(failure.code()));
    }

    @Override
    public QueryResult query(String outTradeNo, String subMchid) {
        return call(
                "query",
                outTradeNo,
                () -> read(outTradeNo, client.payments().queryOrderByOutTradeNo(requests.query(outTradeNo, subMchid))),
                failure -> failure.notFound() ? new QueryResult.NotFound() : new QueryResult.Unknown(failure.code()));
    }

    private QueryResult read(String outTradeNo, Transaction found) {
        if (!outTradeNo.equals(found.getOutTradeNo()) || !merchant.mchid().equals(found.getSpMchid())) {
            return new QueryResult.Unknown("ANSWER_OF_ANOTHER_ORDER");
        }
        var state = found.getTradeState();
        return switch (state == null ? "" : state.name()) {
            case "SUCCESS", "REFUND" -> {
                var notice = WeChatStatements.read(found, ChannelNotice.Source.QUERY);
                yield notice == null ? new QueryResult.Unknown("INCOMPLETE_ANSWER") : new QueryResult.Paid(notice);
            }
            case "NOTPAY", "USERPAYING", "ACCEPT", "PAYERROR" -> new QueryResult.NotPaid();
            case "CLOSED", "REVOKED" -> new QueryResult.Closed();
            default -> new QueryResult.Unknown("NEW_TRADE_STATE");
        };
    }

    @Override
    public CloseReply close(String outTradeNo, String subMchid) {
        return call(
                "close",
                outTradeNo,
                () -> {
                    client.payments().closeOrder(requests.close(outTradeNo, subMchid));
                    return new CloseReply.Closed();
                },
                failure -> failure.ofClose("ORDER_CLOSED", () -> query(outTradeNo, subMchid)));
    }

    @Override
    public RefundReply refund(RefundRequest request) {
        return call(
                "refund",
                request.channelNo(),
                () -> {
                    var id = client.refunds()
                            .createRefund(requests.refund(request))
                            .getRefundId();
                    return id == null ? new RefundReply.Unknown("NO_REFUND_ID") : new RefundReply.Accepted(id);
                },
                failure -> failure.refused()
                        ? new RefundReply.Refused(failure.code())
                        : new RefundReply.Unknown(failure.code()));
    }

    @Override
    public RefundReply queryRefund(String channelNo, String outTradeNo, String subMchid) {
        return call(
                "query-refund",
                channelNo,
                () -> read(
                        channelNo,
                        client.refunds().queryRefundByOutRefundNo(requests.queryRefund(channelNo, subMchid))),
                failure -> failure.notFound() ? new RefundReply.NotFound() : new RefundReply.Unknown(failure.code()));
    }

    private static RefundReply read(String channelNo, Refund found) {
        var id = found.getRefundId();
        if (id == null || !channelNo.equals(found.getOutRefundNo())) {
            return new RefundReply.Unknown("ANSWER_OF_ANOTHER_REFUND");
        }
        var status = found.getStatus();
        return switch (status == null ? "" : status) {
            case "SUCCESS" -> new RefundReply.Settled(RefundOutcome.SUCCESS, id);
            case "ABNORMAL" -> new RefundReply.Settled(RefundOutcome.ABNORMAL, id);
            case "CLOSED" -> new RefundReply.Settled(RefundOutcome.CLOSED, id);
            case "PROCESSING" -> new RefundReply.Accepted(id);
            default -> new RefundReply.Unknown("NEW_REFUND_STATUS");
        };
    }

    private <T> T call(String name, String number, Supplier<T> remote, Function<Failure, T> otherwise) {
        return calls.call(
                name,
                number,
                () -> {
                    try {
                        return remote.get();
                    } catch (WechatPayException e) {
                        throw new ChannelCalls.Failed(WeChatFailures.of(e));
                    }
                },
                otherwise);
    }
}
