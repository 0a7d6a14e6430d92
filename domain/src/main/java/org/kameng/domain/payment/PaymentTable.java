package org.kameng.domain.payment;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.OrderNo;
import org.springframework.stereotype.Component;

/** Attempts and refunds to be changed, locked. Where an order is locked too, it is locked first. */
@Component
class PaymentTable {
    private final EntityManager entities;

    PaymentTable(EntityManager entities) {
        this.entities = entities;
    }

    Optional<Attempt> attempt(String outTradeNo) {
        return Optional.ofNullable(
                entities.find(Attempt.class, new OutTradeNo(outTradeNo), LockModeType.PESSIMISTIC_WRITE));
    }

    Attempt requireAttempt(String outTradeNo) {
        return attempt(outTradeNo).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
    }

    Optional<Attempt> openAttempt(OrderNo order, Channel channel) {
        return attempts(order).stream()
                .filter(attempt -> attempt.channel() == channel && attempt.isOpen())
                .findFirst();
    }

    List<Attempt> attempts(OrderNo order) {
        return entities.createQuery(
                        "select a from Attempt a where a.order = :order order by a.createdAt", Attempt.class)
                .setParameter("order", order)
                .setMaxResults(100)
                .getResultList();
    }

    Refund requireRefund(String number) {
        return Optional.ofNullable(
                        entities.find(Refund.class, RefundNo.ofChannel(number), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
    }

    List<Refund> refunds(OrderNo order) {
        return entities.createQuery(
                        "select r from Refund r where r.order = :order order by r.requestedAt", Refund.class)
                .setParameter("order", order)
                .setMaxResults(100)
                .getResultList();
    }

    /** Written at once: what comes after in the same transaction is plain SQL that refers to it. */
    void add(Object entity) {
        entities.persist(entity);
        entities.flush();
    }
}
