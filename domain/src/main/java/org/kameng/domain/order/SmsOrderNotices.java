package org.kameng.domain.order;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kameng.domain.account.SmsOutbox;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.OrderNo;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the buyer by text message. The link is only a handle: behind it stands the log-in, or the guest's phone code. */
@Component
class SmsOrderNotices implements OrderNotices {
    private final Orders orders;
    private final SmsOutbox sms;
    private final BuyerLinks links;
    private final TransactionTemplate transaction;

    SmsOrderNotices(Orders orders, SmsOutbox sms, BuyerLinks links, TransactionTemplate transaction) {
        this.orders = orders;
        this.sms = sms;
        this.links = links;
        this.transaction = transaction;
    }

    @Override
    public void delivered(OrderNo no) {
        tell(no, "order-delivered", "", order -> link(order, "delivered"));
    }

    @Override
    public void refunded(OrderNo no) {
        tell(
                no,
                "order-refunded",
                "",
                order -> Optional.of(
                        Map.of("orderNo", no.value(), "amount", order.refunded().toYuanText())));
    }

    @Override
    public void refundOffered(OrderNo no) {
        tell(no, "order-refund-offered", "", order -> link(order, "refund-offered"));
    }

    @Override
    public void accountRefused(OrderNo no, int round) {
        tell(no, "order-account-refused", ":" + round, order -> link(order, "account-refused:" + round));
    }

    private Optional<Map<String, String>> link(Order order, String occasion) {
        var no = order.no();
        return links.toOrder(order.buyer(), no, occasion).map(link -> Map.of("orderNo", no.value(), "link", link));
    }

    /** Without parameters there is nothing to send: it was queued before. */
    private void tell(
            OrderNo no, String template, String occasion, Function<Order, Optional<Map<String, String>>> params) {
        transaction.executeWithoutResult(status -> {
            var order = orders.read(no).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
            params.apply(order)
                    .ifPresent(given -> sms.toAccount(order.buyer(), template + ":" + no + occasion, template, given));
        });
    }
}
