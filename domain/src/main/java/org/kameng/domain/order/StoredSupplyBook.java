package org.kameng.domain.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kameng.domain.shared.OrderNo;
import org.springframework.stereotype.Component;

@Component
class StoredSupplyBook implements SupplyBook {
    private final Orders orders;
    private final OrderAccounts accounts;

    StoredSupplyBook(Orders orders, OrderAccounts accounts) {
        this.orders = orders;
        this.accounts = accounts;
    }

    @Override
    public Optional<Wanted> lock(OrderNo no) {
        return orders.find(no).map(this::wanted);
    }

    @Override
    public Optional<Wanted> read(OrderNo no) {
        return orders.read(no).map(this::wanted);
    }

    @Override
    public void supplied(OrderNo no, int line, int units, Instant at) {
        orders.require(no).supplied(line, units, at);
    }

    @Override
    public boolean end(OrderNo no, SupplyEnd why, Instant at) {
        return orders.require(no).supplyEnded(why, at);
    }

    @Override
    public boolean offerRefund(OrderNo no, Instant at) {
        var order = orders.require(no);
        return order.awaitsSupply() && order.supply().offerRefund(at);
    }

    @Override
    public boolean acceptRefund(OrderNo no, Instant at) {
        var order = orders.require(no);
        return order.awaitsSupply() && order.supply().acceptRefund(at);
    }

    @Override
    public Optional<Account> account(OrderNo no, int line) {
        return accounts.latest(no, line);
    }

    @Override
    public Map<String, String> account(OrderNo no, int line, int round) {
        return accounts.round(no, line, round).map(Account::fields).orElse(Map.of());
    }

    @Override
    public void correctAccount(OrderNo no, int line, Map<String, String> fields, Instant at) {
        accounts.correct(no, line, orders.require(no).lines().get(line - 1).sku(), fields, at);
    }

    @Override
    public void touch(OrderNo no) {
        orders.touch(orders.require(no));
    }

    private Wanted wanted(Order order) {
        var supply = order.supply();
        return new Wanted(
                order.no(),
                order.state(),
                order.awaitsSupply(),
                order.buyer(),
                order.seller(),
                order.deal().commissionBp(),
                order.paidAt(),
                lines(order),
                supply.isRefundOffered(),
                supply.isRefundAccepted(),
                supply.ended());
    }

    private List<Line> lines(Order order) {
        var lines = new ArrayList<Line>();
        for (var line : order.lines()) {
            var number = lines.size() + 1;
            var direct = accounts.exists(order.no(), number);
            lines.add(new Line(number, line.sku(), direct, line.unit(), line.quantity(), line.open()));
        }
        return lines;
    }
}
