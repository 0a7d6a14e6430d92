package org.kameng.domain.payment;

/** The port to a channel. An unclear outcome is a value, not an exception; no call may run while a connection is bound. */
public interface PaymentChannel {
    Channel id();

    Prepay prepay(PrepayRequest request);

    QueryResult query(String outTradeNo, String subMchid);

    CloseReply close(String outTradeNo, String subMchid);

    RefundReply refund(RefundRequest request);

    RefundReply queryRefund(String channelNo, String outTradeNo, String subMchid);
}
