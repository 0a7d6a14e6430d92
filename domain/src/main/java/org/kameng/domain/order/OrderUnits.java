package org.kameng.domain.order;

import java.util.List;
import org.kameng.domain.shared.Money;

/** The units of all lines together. */
record OrderUnits(List<OrderLine> lines) {
    int delivered() {
        return lines.stream().mapToInt(OrderLine::delivered).sum();
    }

    int missing() {
        return lines.stream().mapToInt(OrderLine::missing).sum();
    }

    int open() {
        return lines.stream().mapToInt(OrderLine::open).sum();
    }

    Money deliveredAmount() {
        return lines.stream().map(line -> line.unit().times(line.delivered())).reduce(Money.ZERO, Money::plus);
    }
}
