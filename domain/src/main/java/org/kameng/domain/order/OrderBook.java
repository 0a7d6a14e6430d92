package org.kameng.domain.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/** The order as the payment feature moves it. Every method needs the caller's transaction and locks the order's row. */
public interface OrderBook {
    /** Locks the order and answers its facts. */
    Optional<Payable> lock(OrderNo no);

    /** Takes the order's row lock for whoever changes what belongs to it and need not know the order. */
    void guard(OrderNo no);

    /** AWAITING_PAYMENT to PAID; false when the order is not awaiting payment. */
    boolean paid(OrderNo no, Instant at, int riskScore, List<String> riskFlags);

    /** PAID or ON_HOLD to REFUNDING; false when already past that. */
    boolean refunding(OrderNo no, Instant at, String reason);

    /** REFUNDING to REFUNDED, or back to DELIVERED when a part was delivered. */
    void refunded(OrderNo no, Money amount, Instant at);

    /** Raises the version because something the order's page shows has changed. */
    void touch(OrderNo no);

    /** Orders whose unfinished business may need the reconciler: not final and unchanged since {@code before}. */
    List<OrderFactsView> unfinished(Instant before, int limit);

    /** What a payment must know; {@code subMchid} and {@code smid} are the seller's numbers at WeChat and Alipay. */
    record Payable(
            OrderNo no,
            OrderState state,
            AccountId buyer,
            Instant buyerSince,
            boolean business,
            SellerId seller,
            String subMchid,
            @Nullable String smid,
            Money amount,
            Money undelivered,
            int delivered,
            Instant deadline,
            String subject,
            String ip,
            String device,
            int riskScore,
            List<String> riskFlags) {}
}
