package org.kameng.domain.audit;

import java.util.Map;
import org.kameng.domain.shared.Actor;

/** Writes what was done. */
public interface AuditLog {
    /**
     * Stores one row in the caller's transaction; throws IllegalStateException without one.
     *
     * @param what verb in the past, e.g. {@code order.placed}
     * @param facts text, whole numbers, booleans, instants, ids, lists and maps of these; never a secret, never
     *     personal data in clear. Null values are refused.
     */
    void record(Actor by, String what, String subjectKind, String subjectNo, Map<String, Object> facts);
}
