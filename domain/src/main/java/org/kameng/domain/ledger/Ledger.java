package org.kameng.domain.ledger;

import java.util.List;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/** Money as it was told to us and as we told others: appended, never edited. A mistake is corrected by another transfer. */
public interface Ledger {
    /** Posts in the caller's transaction; a transfer already posted is left alone. Answers whether it was new. */
    boolean post(Transfer transfer);

    /** Entries of an order, oldest first; needs FINANCE, SUPPORT_AGENT or AUDITOR. */
    List<EntryRow> ofOrder(Actor staff, OrderNo no);

    /** The sum over all entries, which is zero at every moment. */
    Money sum();

    /** What an account holds; debit positive. */
    Money balance(String account);
}
