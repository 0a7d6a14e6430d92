package org.kameng.domain.supplier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;

/** What people see and do while an order waits for suppliers. A stranger's order is refused with ACCESS_DENIED and recorded. */
public interface SupplyDesk {
    /** What the order waits for now, for its buyer and staff; empty when it waits for no supplier. */
    Optional<SupplyView> waiting(Actor viewer, OrderNo no);

    /** All purchases of an order, oldest first; needs a staff role. */
    List<PurchaseView> purchases(Actor staff, OrderNo no);

    /** The buyer takes the money for what is open instead of waiting; REFUND_NOT_OFFERED when that is not on offer. */
    void acceptRefund(Actor buyer, OrderNo no);

    /** The buyer corrects the account a supplier refused; ACCOUNT_NOT_ASKED, ACCOUNT_FIELD_INVALID, ACCOUNT_REFUSED_TOO_OFTEN. */
    void correctAccount(Actor buyer, OrderNo no, Map<String, String> fields);
}
