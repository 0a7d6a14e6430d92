package org.kameng.domain.order;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.RateLimits;
import org.kameng.domain.shared.Slice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a filtered list whole, as one act of one person: limited, bounded, recorded before the first row leaves. */
@Component
class OrderExport {
    private static final int PER_HOUR = 20;
    private static final int PAGE = PageRequest.MAX_LIMIT;

    private final OrderLists lists;
    private final RateLimits limits;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    OrderExport(OrderLists lists, RateLimits limits, AuditLog audit, TransactionTemplate transaction) {
        this.lists = lists;
        this.limits = limits;
        this.audit = audit;
        this.transaction = transaction;
    }

    ExportedOrders open(Actor staff, OrderFilter filter, String form, int most) {
        var account = staff.requireAccount().toString();
        limits.take("order.export", account, PER_HOUR, Duration.ofHours(1));
        var found = Math.min(most, lists.count(filter));
        transaction.executeWithoutResult(
                status -> audit.record(staff, "orders.exported", "orders", account, facts(filter, form, found)));
        return take -> each(filter, most, take);
    }

    /** No connection is held while a row is taken: the other side may be as slow as it likes. */
    private boolean each(OrderFilter filter, int most, Consumer<OrderRow> take) {
        OrderRow last = null;
        var taken = 0;
        Slice<OrderRow> page;
        do {
            page = lists.after(filter, last, Math.min(PAGE, most - taken));
            page.rows().forEach(take);
            taken += page.rows().size();
            if (!page.rows().isEmpty()) last = page.rows().getLast();
        } while (page.more() && taken < most);
        return !page.more();
    }

    private static Map<String, Object> facts(OrderFilter filter, String form, int found) {
        var facts = new HashMap<String, Object>(Map.of(
                "form",
                form,
                "orders",
                found,
                "states",
                filter.states().stream().sorted().toList()));
        if (filter.text() != null) facts.put("number", filter.text());
        if (filter.buyers() != null)
            facts.put(
                    "buyers",
                    filter.buyers().stream().map(AccountId::toString).sorted().toList());
        if (filter.placedFrom() != null) facts.put("from", filter.placedFrom());
        if (filter.placedBefore() != null) facts.put("before", filter.placedBefore());
        return facts;
    }
}
