package org.kameng.domain.ledger;

import java.util.List;
import org.kameng.domain.shared.OrderNo;

/** A movement between accounts; the id is the idempotency key. Entries sum to zero. */
public record Transfer(String id, String kind, OrderNo order, List<Entry> entries) {
    public Transfer {
        entries = List.copyOf(entries);
        if (entries.stream().mapToLong(Entry::fen).reduce(0, Math::addExact) != 0) {
            throw new IllegalArgumentException("transfer " + id + " does not sum to zero");
        }
    }
}
