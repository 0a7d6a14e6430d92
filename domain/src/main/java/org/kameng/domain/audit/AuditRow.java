package org.kameng.domain.audit;

import java.time.Instant;
import java.util.Map;

/** One stored act; {@code sha256} is the hex hash of its canonical bytes, {@code intact} whether they still match. */
public record AuditRow(
        long id,
        Instant at,
        String actorName,
        String what,
        String subjectKind,
        String subjectNo,
        Map<String, Object> facts,
        String sha256,
        boolean intact) {}
