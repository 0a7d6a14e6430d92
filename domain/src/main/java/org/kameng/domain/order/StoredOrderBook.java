package org.kameng.domain.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.crypto.FieldCipher;
import org.kameng.domain.vault.CardStock;
import org.springframework.stereotype.Component;

@Component
class StoredOrderBook implements OrderBook {
    private final Orders orders;
    private final OrderReads reads;
    private final FieldCipher cipher;
    private final CardStock stock;

    StoredOrderBook(Orders orders, OrderReads reads, FieldCipher cipher, CardStock stock) {
        this.orders = orders;
        this.reads = reads;
        this.cipher = cipher;
        this.stock = stock;
    }

    @Override
    public Optional<Payable> lock(OrderNo no) {
        return orders.find(no)
                .map(order -> order.payable(
                        cipher.decrypt(OrderSeals.ip(no), order.origin().ipSealed()),
                        cipher.decrypt(OrderSeals.device(no), order.origin().deviceSealed())));
    }

    @Override
    public void guard(OrderNo no) {
        orders.require(no);
    }

    @Override
    public boolean paid(OrderNo no, Instant at, int riskScore, List<String> riskFlags) {
        return orders.require(no).paid(at, riskScore, riskFlags);
    }

    @Override
    public boolean refunding(OrderNo no, Instant at, String reason) {
        var moved = orders.require(no).refunding(at, reason);
        // Cards still held for an order whose money goes back are free for others.
        if (moved) stock.release(no);
        return moved;
    }

    @Override
    public void refunded(OrderNo no, Money amount, Instant at) {
        orders.require(no).refunded(amount, at);
    }

    @Override
    public void touch(OrderNo no) {
        orders.touch(orders.require(no));
    }

    @Override
    public List<OrderFactsView> unfinished(Instant before, int limit) {
        return reads.unfinished(before, limit);
    }
}
