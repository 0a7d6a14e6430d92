package org.kameng.domain.shared;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Says loudly when a method is called on the wrong side of a transaction. */
public final class Transactions {
    private Transactions() {}

    public static void requireRunning(String who) {
        if (!TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException(who + " needs a running transaction");
    }

    public static void requireNone(String who) {
        if (TransactionSynchronizationManager.isActualTransactionActive())
            throw new IllegalStateException(who + " must be called outside any transaction");
    }
}
