package org.kameng.ui.shared;

import java.time.Duration;
import java.util.Map;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.RateLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Remembers who was turned away at which page, once a minute: who reloads adds nothing. Services record what they refuse
 * themselves.
 */
@Component
class Denials {
    private static final Logger LOG = LoggerFactory.getLogger(Denials.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int LONGEST = 60;

    private final AuditLog audit;
    private final RateLimits limits;
    private final TransactionOperations transactions;

    Denials(AuditLog audit, RateLimits limits, TransactionOperations transactions) {
        this.audit = audit;
        this.limits = limits;
        this.transactions = transactions;
    }

    void record(Actor by, String page) {
        var shown = page.isBlank() ? "/" : page.substring(0, Math.min(page.length(), LONGEST));
        if (!first(by, shown)) return;
        LOG.warn("Access denied: page {}", shown);
        transactions.executeWithoutResult(
                open -> audit.record(by, "access.denied", "page", shown, Map.of("page", shown)));
    }

    private boolean first(Actor by, String page) {
        try {
            limits.take("page.denied", by.account() + " " + page, 1, MINUTE);
            return true;
        } catch (DomainException again) {
            return false;
        }
    }
}
