package org.kameng.domain.order;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.kameng.domain.account.Guests;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.audit.Refusals;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.RateLimits;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class GuestOrderLinks implements OrderLinks {
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int TRIES_PER_LINK = 10;
    private static final int TRIES_PER_ADDRESS = 60;
    private static final int LONGEST_TOKEN = 64;

    private final OrderLinkTable links;
    private final OrderReads orders;
    private final Guests guests;
    private final RateLimits limits;
    private final Refusals refusals;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    GuestOrderLinks(
            OrderLinkTable links,
            OrderReads orders,
            Guests guests,
            RateLimits limits,
            Refusals refusals,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.links = links;
        this.orders = orders;
        this.guests = guests;
        this.limits = limits;
        this.refusals = refusals;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public LinkedOrder look(String token, String ip) {
        var order = require(token, ip);
        var line = order.lines().getFirst();
        return new LinkedOrder(
                line.nameZh(), line.nameEn(), line.quantity(), order.state(), !guests.isOpen(order.buyer()));
    }

    @Override
    public void requestCode(String token, String phone, String ip) {
        var order = require(token, ip);
        // Before the phone is looked at, so that a second code is refused alike for a right and a wrong one.
        limits.take("order-link.code", token, 1, Duration.ofMinutes(1));
        count(token, ip);
        if (isBuyer(order, phone)) {
            request(order.buyer(), ip);
        } else {
            record(order.no().value(), "order.link.code");
        }
    }

    /** Where the phone has had its codes for now, silence as for a wrong one: a refusal would say that it is the right one. */
    private void request(AccountId buyer, String ip) {
        try {
            guests.requestCode(buyer, ip);
        } catch (DomainException refusal) {
            if (refusal.code() != ErrorCode.RATE_LIMITED) throw refusal;
        }
    }

    @Override
    public Opened open(String token, String phone, String code, String ip) {
        var order = require(token, ip);
        count(token, ip);
        if (!isBuyer(order, phone)) {
            record(order.no().value(), "order.link.open");
            throw new DomainException(ErrorCode.CODE_WRONG);
        }
        var in = guests.enterByLink(order.buyer(), code, ip);
        var buyer = new Actor(in.account(), in.displayName(), in.roles());
        transaction.executeWithoutResult(status ->
                audit.record(buyer, "order.opened-by-link", "order", order.no().value(), Map.of()));
        return new Opened(in, order.no());
    }

    private OrderView require(String token, String ip) {
        var found = token.length() > LONGEST_TOKEN ? Optional.<OrderNo>empty() : links.find(token);
        if (found.isEmpty()) {
            // Only misses are counted: a link that is good may be fetched by any number of scanners.
            limits.take("order-link.miss", ip, TRIES_PER_ADDRESS, WINDOW);
            record("unknown", "order.link");
            throw new DomainException(ErrorCode.LINK_INVALID);
        }
        return orders.view(found.get()).orElseThrow(() -> new DomainException(ErrorCode.LINK_INVALID));
    }

    private void count(String token, String ip) {
        limits.take("order-link.try", token, TRIES_PER_LINK, WINDOW);
        limits.take("order-link.ip", ip, TRIES_PER_ADDRESS, WINDOW);
    }

    private boolean isBuyer(OrderView order, String phone) {
        var buyer = order.buyer();
        if (!guests.isOpen(buyer)) throw new DomainException(ErrorCode.MOVED_TO_ACCOUNT);
        return guests.hasPhone(buyer, phone);
    }

    private void record(String no, String act) {
        // The refusal is recorded, its exception is not for the visitor: it would tell a wrong phone from a right one.
        refusals.record(Actor.guest(), act, "order", no);
    }
}
