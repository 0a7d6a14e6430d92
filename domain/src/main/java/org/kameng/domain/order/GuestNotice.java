package org.kameng.domain.order;

import java.util.Map;
import org.kameng.domain.account.SmsOutbox;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.Role;
import org.springframework.stereotype.Component;

/** A guest has no list of orders to come back to: the link goes out with the order, in its transaction. */
@Component
class GuestNotice {
    private final BuyerLinks links;
    private final SmsOutbox sms;

    GuestNotice(BuyerLinks links, SmsOutbox sms) {
        this.links = links;
        this.sms = sms;
    }

    void placed(Actor customer, OrderNo no) {
        if (!customer.has(Role.GUEST)) return;
        var buyer = customer.requireAccount();
        links.toOrder(buyer, no, "placed")
                .ifPresent(link -> sms.toAccount(
                        buyer, "order-guest:" + no, "order-guest", Map.of("orderNo", no.value(), "link", link)));
    }
}
