package org.kameng.domain.shared;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class RemoteCallsTest {
    @Test
    void a_remote_call_inside_a_transaction_is_refused_by_name() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatIllegalStateException()
                    .isThrownBy(RemoteCalls::assertNoConnectionHeld)
                    .withMessageStartingWith("RemoteCallInsideTransaction");
        } finally {
            TransactionSynchronizationManager.clear();
        }
    }

    @Test
    void a_bound_connection_without_transaction_is_refused_too() {
        TransactionSynchronizationManager.initSynchronization();
        try {
            assertThatIllegalStateException().isThrownBy(RemoteCalls::assertNoConnectionHeld);
        } finally {
            TransactionSynchronizationManager.clear();
        }
    }

    @Test
    void otherwise_it_is_silent() {
        assertThatNoException().isThrownBy(RemoteCalls::assertNoConnectionHeld);
    }
}
