package org.kameng.domain.audit;

import java.util.Map;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Records that someone reached for what is not theirs; the row outlives the refusal's rollback. */
@Component
public class Refusals {
    private final AuditLog audit;
    private final TransactionTemplate own;

    Refusals(AuditLog audit, PlatformTransactionManager transactions) {
        this.audit = audit;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Writes {@code access.refused} and answers the exception to throw. Call it outside transactions where that is possible. */
    public DomainException refuse(Actor by, String act, String subjectKind, String subjectNo) {
        return refuse(by, ErrorCode.ACCESS_DENIED, act, subjectKind, subjectNo);
    }

    /** The same where a more telling code may be shown. */
    public DomainException refuse(Actor by, ErrorCode code, String act, String subjectKind, String subjectNo) {
        record(by, act, subjectKind, subjectNo);
        return new DomainException(code);
    }

    /** Writes {@code access.refused} only, for refusals that are told in other words or not at all. */
    public void record(Actor by, String act, String subjectKind, String subjectNo) {
        own.executeWithoutResult(
                status -> audit.record(by, "access.refused", subjectKind, subjectNo, Map.of("act", act)));
    }
}
