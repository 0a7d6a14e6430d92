package org.kameng.domain.order;

import java.util.Optional;
import org.kameng.domain.account.Guests;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.Transactions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Addresses that go out in text messages. None opens anything by itself. */
@Component
public class BuyerLinks {
    private final Guests guests;
    private final OrderLinkTable links;
    private final String publicUrl;

    BuyerLinks(
            Guests guests,
            OrderLinkTable links,
            @Value("${kameng.public-url:http://127.0.0.1:8080}") String publicUrl) {
        this.guests = guests;
        this.links = links;
        this.publicUrl = publicUrl;
    }

    /** For an account the order's page; for a guest a new link, or empty when this occasion has had its link. */
    public Optional<String> toOrder(AccountId buyer, OrderNo no, String occasion) {
        return to(buyer, "/orders/" + no, no, occasion);
    }

    /** For an account the cards that expire soon; for a guest the order one of them came with. */
    public Optional<String> toExpiring(AccountId owner, OrderNo no, String occasion) {
        return to(owner, "/cards?show=expiring", no, occasion);
    }

    private Optional<String> to(AccountId owner, String page, OrderNo no, String occasion) {
        Transactions.requireRunning("BuyerLinks");
        if (!guests.isOpen(owner)) return Optional.of(publicUrl + page);
        return links.make(no, occasion).map(token -> publicUrl + "/o/" + token);
    }
}
