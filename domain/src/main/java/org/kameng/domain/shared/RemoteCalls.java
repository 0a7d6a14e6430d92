package org.kameng.domain.shared;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The promise that nobody waits for another machine while holding a database connection. */
public final class RemoteCalls {
    private RemoteCalls() {}

    /** Every adapter and the engine access call this first; throws IllegalStateException inside a transaction. */
    public static void assertNoConnectionHeld() {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("RemoteCallInsideTransaction: a remote call was about to start while this"
                    + " thread holds a database connection; commit first, then call");
        }
    }
}
