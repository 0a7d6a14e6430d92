package org.kameng.domain.supplier;

import java.time.Clock;
import org.kameng.domain.shared.PlainText;
import org.kameng.domain.shared.SqlTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class StoredSupplierCalls implements SupplierCalls {
    private static final Logger LOG = LoggerFactory.getLogger(StoredSupplierCalls.class);
    private static final int MOST = 20_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate own;

    StoredSupplierCalls(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void record(Call call) {
        try {
            own.executeWithoutResult(status -> insert(call));
        } catch (RuntimeException e) {
            LOG.warn(
                    "a call to {} was not recorded: {}",
                    call.supplier(),
                    e.getClass().getSimpleName());
        }
    }

    private void insert(Call call) {
        jdbc.sql("""
                insert into supplier_call (supplier_id, purchase_no, operation, request, response, status, outcome, took_ms, at)
                values (:supplier, :purchase, :operation, :request, :response, :status, :outcome, :took, :at)""")
                .param("supplier", call.supplier().value())
                .param("purchase", call.purchaseNo())
                .param("operation", call.operation())
                .param("request", cut(call.request()))
                .param("response", call.response() == null ? null : cut(call.response()))
                .param("status", call.status())
                .param("outcome", call.outcome())
                .param("took", call.took().toMillis())
                .param("at", SqlTime.of(clock.instant()))
                .update();
    }

    // PostgreSQL takes no NUL in text, and a supplier may send anything.
    private static String cut(String text) {
        var clean = text.replace("\0", "\uFFFD");
        return clean.length() <= MOST ? clean : PlainText.cut(clean, MOST) + "…";
    }
}
