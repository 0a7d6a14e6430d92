package org.kameng.domain.order;

import java.util.List;
import org.kameng.domain.shared.OrderNo;

/** Asked when an order closes; answered by the payment feature, which depends on this one and not the other way round. */
public interface OpenAttempts {
    List<CloseResult.OpenAttempt> of(OrderNo no);
}
