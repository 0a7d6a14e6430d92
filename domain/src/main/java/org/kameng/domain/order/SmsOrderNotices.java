package org.kameng.domain.order;

import java.util.Map;
import java.util.function.Function;
import org.kameng.domain.account.SmsOutbox;
import org.kameng.domain.shared.OrderNo;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the buyer by text message. The link is only a handle: behind it stands the log-in. */
@Component
class SmsOrderNotices implements OrderNotices {
    private final Orders orders;
    private final SmsOutbox sms;
    private final TransactionTemplate transaction;
    private final String publicUrl;

    SmsOrderNotices(
            Orders orders,
            SmsOutbox sms,
            TransactionTemplate transaction,
            @Value("${kameng.public-url:http://127.0.0.1:8080}") String publicUrl) {
        this.orders = orders;
        this.sms = sms;
        this.transaction = transaction;
        this.publicUrl = publicUrl;
    }

    @Override
    public void delivered(OrderNo no) {
        tell(no, "order-delivered", "", order -> link(no));
    }

    @Override
    public void refunded(OrderNo no) {
        tell(
                no,
                "order-refunded",
                "",
                order ->
                        Map.of("orderNo", no.value(), "amount", order.refunded().toYuanText()));
    }

    @Override
    public void refundOffered(OrderNo no) {
        tell(no, "order-refund-offered", "", order -> link(no));
    }

    @Override
    public void accountRefused(OrderNo no, int round) {
        tell(no, "order-account-refused", ":" + round, order -> link(no));
    }

    private Map<String, String> link(OrderNo no) {
        return Map.of("orderNo", no.value(), "link", publicUrl + "/orders/" + no);
    }

    private void tell(OrderNo no, String template, String occasion, Function<Order, Map<String, String>> params) {
        transaction.executeWithoutResult(status -> {
            var order = orders.require(no);
            sms.toAccount(order.buyer(), template + ":" + no + occasion, template, params.apply(order));
        });
    }
}
