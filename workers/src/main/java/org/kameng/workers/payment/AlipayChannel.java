package org.kameng.workers.payment;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import com.alipay.api.response.AlipayTradeFastpayRefundQueryResponse;
import com.alipay.api.response.AlipayTradeQueryResponse;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

/** Alipay for platforms (直付通), payment by code, through the official SDK. */
@Component
class AlipayChannel implements PaymentChannel {
    private final AlipayClient client;
    private final AlipayRequests requests;
    private final ChannelCalls calls;

    AlipayChannel(AlipayClient client, AlipayRequests requests, MeterRegistry meters) {
        this.client = client;
        this.requests = requests;
        this.calls = new ChannelCalls(Channel.ALIPAY, meters);
    }

    @Override
    public Channel id() {
        return Channel.ALIPAY;
    }

    @Override
    public Prepay prepay(PrepayRequest request) {
        return call(
                "prepay",
                request.outTradeNo(),
                requests.prepay(request),
                answer -> {
                    var codeUrl = answer.getQrCode();
                    return codeUrl == null ? new Prepay.Unknown("NO_QR_CODE") : new Prepay.Ready(codeUrl);
                },
                // paid already: only a query can tell by what
                failure -> failure.refused() && !failure.is("ACQ.TRADE_HAS_SUCCESS")
                        ? new Prepay.Refused(failure.code())
                        : new Prepay.Unknown(failure.code()));
    }

    /** Not found is what the channel says of a code that nobody has scanned: not paid, never failed. */
    @Override
    public QueryResult query(String outTradeNo, String subMchid) {
        return call(
                "query",
                outTradeNo,
                requests.query(outTradeNo),
                answer -> read(outTradeNo, answer),
                failure -> failure.notFound() ? new QueryResult.NotFound() : new QueryResult.Unknown(failure.code()));
    }

    private static QueryResult read(String outTradeNo, AlipayTradeQueryResponse found) {
        if (!outTradeNo.equals(found.getOutTradeNo())) {
            return new QueryResult.Unknown("ANSWER_OF_ANOTHER_ORDER");
        }
        var status = found.getTradeStatus();
        return switch (status == null ? "" : status) {
            case "TRADE_SUCCESS", "TRADE_FINISHED" -> paid(found);
            case "WAIT_BUYER_PAY" -> new QueryResult.NotPaid();
            // Refunded in full is closed too; only a paid trade has a date of payment.
            case "TRADE_CLOSED" -> found.getSendPayDate() == null ? new QueryResult.Closed() : paid(found);
            default -> new QueryResult.Unknown("NEW_TRADE_STATUS");
        };
    }

    private static QueryResult paid(AlipayTradeQueryResponse found) {
        var amount = AlipayText.money(found.getTotalAmount());
        var paidAt = found.getSendPayDate();
        var tradeNo = found.getTradeNo();
        if (amount == null || paidAt == null || tradeNo == null) {
            return new QueryResult.Unknown("INCOMPLETE_ANSWER");
        }
        return new QueryResult.Paid(new ChannelNotice(
                Channel.ALIPAY,
                tradeNo,
                found.getOutTradeNo(),
                found.getAlipaySubMerchantId(),
                amount,
                payer(found.getBuyerUserId(), found.getBuyerOpenId()),
                paidAt.toInstant(),
                ChannelNotice.Source.QUERY));
    }

    static @Nullable String payer(@Nullable String userId, @Nullable String openId) {
        return userId == null ? openId : userId;
    }

    /**
     * A code nobody has scanned has no trade to be closed; it dies at the order's deadline, and money that comes before that
     * goes back by itself.
     */
    @Override
    public CloseReply close(String outTradeNo, String subMchid) {
        return call(
                "close",
                outTradeNo,
                requests.close(outTradeNo),
                answer -> new CloseReply.Closed(),
                failure -> failure.ofClose("ACQ.TRADE_HAS_CLOSE", () -> query(outTradeNo, subMchid)));
    }

    /** Answered at once where money moved; a repeat moves none, so then the refund itself is asked. */
    @Override
    public RefundReply refund(RefundRequest request) {
        return call(
                "refund",
                request.channelNo(),
                requests.refund(request),
                answer -> "Y".equals(answer.getFundChange())
                        ? new RefundReply.Settled(RefundOutcome.SUCCESS, request.transactionId())
                        : repeated(request),
                failure -> failure.refused()
                        ? new RefundReply.Refused(failure.code())
                        : new RefundReply.Unknown(failure.code()));
    }

    private RefundReply repeated(RefundRequest request) {
        var now = queryRefund(request.channelNo(), request.outTradeNo(), request.subMchid());
        return now instanceof RefundReply.NotFound ? new RefundReply.Accepted(request.transactionId()) : now;
    }

    /**
     * The query succeeds whatever became of the refund; without a status it is unknown there or under way, and in both cases
     * sending it again under its number is what the channel asks for.
     */
    @Override
    public RefundReply queryRefund(String channelNo, String outTradeNo, String subMchid) {
        return call(
                "query-refund",
                channelNo,
                requests.queryRefund(channelNo, outTradeNo),
                answer -> read(channelNo, answer),
                failure -> failure.notFound() ? new RefundReply.NotFound() : new RefundReply.Unknown(failure.code()));
    }

    private static RefundReply read(String channelNo, AlipayTradeFastpayRefundQueryResponse found) {
        if (!channelNo.equals(found.getOutRequestNo())) {
            return new RefundReply.Unknown("ANSWER_OF_ANOTHER_REFUND");
        }
        return "REFUND_SUCCESS".equals(found.getRefundStatus())
                ? new RefundReply.Settled(RefundOutcome.SUCCESS, found.getTradeNo())
                : new RefundReply.NotFound();
    }

    private <A extends AlipayResponse, T> T call(
            String name, String number, AlipayRequest<A> request, Function<A, T> read, Function<Failure, T> otherwise) {
        return calls.call(name, number, () -> read.apply(ask(request)), otherwise);
    }

    private <A extends AlipayResponse> A ask(AlipayRequest<A> request) throws ChannelCalls.Failed {
        try {
            var answer = client.execute(request);
            if (answer.isSuccess()) return answer;
            throw new ChannelCalls.Failed(AlipayFailures.of(answer));
        } catch (AlipayApiException e) {
            throw new ChannelCalls.Failed(AlipayFailures.of(e));
        }
    }
}
