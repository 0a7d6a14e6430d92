package org.kameng.domain.risk;

import java.util.List;
import java.util.Optional;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;

/** Asks the rules. Each answer is stored with the rule version and the features it was made from. */
public interface RiskService {
    /** Before an order is placed. Needs the caller's transaction. */
    RiskDecision atOrder(OrderFacts facts);

    /**
     * Payments of one buyer are judged one after another, so that each counts the ones before it. Needs the caller's transaction, and
     * has to come before the time of the payment is read.
     */
    void oneByOne(AccountId buyer);

    /** When a payment arrived, with what the channel told about the payer. Needs the caller's transaction. */
    RiskDecision atPayment(PaymentFacts facts);

    /** The newest decision about an order. */
    Optional<RiskDecision> latest(OrderNo no);

    /** Decisions about an order, oldest first; staff only. */
    List<RiskRow> ofOrder(Actor staff, OrderNo no);
}
