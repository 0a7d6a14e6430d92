package org.kameng.domain.audit;

import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;

/** Reads what was done to one subject, newest first; staff only. */
public interface AuditQuery {
    Slice<AuditRow> of(Actor staff, String subjectKind, String subjectNo, PageRequest page);
}
