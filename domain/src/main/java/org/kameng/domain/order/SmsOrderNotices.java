package org.kameng.domain.order;

import java.util.Map;
import org.kameng.domain.account.SmsOutbox;
import org.kameng.domain.shared.OrderNo;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The buyer is told by text message; its words and the link are the gateway's template, which gets the number only. */
@Component
class SmsOrderNotices implements OrderNotices {
    private final Orders orders;
    private final SmsOutbox sms;
    private final TransactionTemplate transaction;

    SmsOrderNotices(Orders orders, SmsOutbox sms, TransactionTemplate transaction) {
        this.orders = orders;
        this.sms = sms;
        this.transaction = transaction;
    }

    @Override
    public void delivered(OrderNo no) {
        tell(no, "ORDER_DELIVERED");
    }

    @Override
    public void refunded(OrderNo no) {
        tell(no, "ORDER_REFUNDED");
    }

    private void tell(OrderNo no, String template) {
        transaction.executeWithoutResult(status -> {
            var order = orders.require(no);
            sms.toAccount(order.buyer(), template + ":" + no, template, Map.of("orderNo", no.value()));
        });
    }
}
