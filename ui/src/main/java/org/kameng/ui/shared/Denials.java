package org.kameng.ui.shared;

import java.util.Map;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.shared.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Remembers who was turned away at which page. Services record what they refuse themselves. */
@Component
class Denials {
    private static final Logger LOG = LoggerFactory.getLogger(Denials.class);
    private static final int LONGEST = 60;

    private final AuditLog audit;
    private final TransactionOperations transactions;

    Denials(AuditLog audit, TransactionOperations transactions) {
        this.audit = audit;
        this.transactions = transactions;
    }

    void record(Actor by, String page) {
        var shown = page.isBlank() ? "/" : page.substring(0, Math.min(page.length(), LONGEST));
        LOG.warn("Access denied: page {}", shown);
        transactions.executeWithoutResult(
                open -> audit.record(by, "access.denied", "page", shown, Map.of("page", shown)));
    }
}
