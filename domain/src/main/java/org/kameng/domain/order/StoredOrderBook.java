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
        return orders.find(no).map(this::payable);
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

    private Payable payable(Order order) {
        var origin = order.origin();
        var first = order.lines().getFirst();
        return new Payable(
                order.no(),
                order.state(),
                order.buyer(),
                origin.buyerSince(),
                origin.buyerBusiness(),
                order.seller(),
                order.deal().subMchid(),
                order.deal().smid(),
                order.deal().amount(),
                order.deal().amount().minus(order.units().deliveredAmount()),
                order.units().delivered(),
                order.paymentDeadline(),
                first.nameZh() + " x" + first.quantity(),
                cipher.decrypt(OrderSeals.ip(order.no()), origin.ipSealed()),
                cipher.decrypt(OrderSeals.device(order.no()), origin.deviceSealed()),
                order.risk().riskScore(),
                order.risk().flags());
    }
}
