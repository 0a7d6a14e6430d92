package org.kameng.domain.order;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.Transactions;
import org.springframework.stereotype.Component;

/** Orders to be changed. The row lock is taken first: whoever holds it decides, everyone else finds the outcome. */
@Component
class Orders {
    private final EntityManager entities;

    Orders(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Order> find(OrderNo no) {
        Transactions.requireRunning("Orders.find");
        return Optional.ofNullable(entities.find(Order.class, no, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Without a lock: not to be changed. */
    Optional<Order> read(OrderNo no) {
        Transactions.requireRunning("Orders.read");
        return Optional.ofNullable(entities.find(Order.class, no));
    }

    Order require(OrderNo no) {
        return find(no).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
    }

    void add(Order order) {
        entities.persist(order);
    }

    /** For rows that refer to an order and are written by plain SQL in the same transaction. */
    void flush() {
        entities.flush();
    }

    /** Raises the version although no column of the order itself has changed. */
    void touch(Order order) {
        entities.lock(order, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }
}
