package org.kameng.domain.supplier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;

/** Suppliers for people: how they do, what they ask, what was said. No secret leaves this door. */
public interface SupplierDesk {
    /** All suppliers, a few dozen at most; needs OPERATOR, FINANCE, SUPPORT_AGENT, AUDITOR or ADMIN. */
    List<SupplierRow> suppliers(Actor staff);

    /** Sources, those that need a person first; {@code supplier} null means all. Needs OPERATOR or AUDITOR. */
    Slice<SourceRow> sources(Actor staff, @Nullable SupplierId supplier, PageRequest page);

    /** Stops buying from a source until somebody resumes it; needs OPERATOR and a reason. Stopping twice changes nothing. */
    void pause(Actor operator, long source, String reason);

    /**
     * Buys from a source again at the price as it was looked at, which becomes the accepted one; needs OPERATOR and a reason.
     * CONFLICT when the supplier asks another price meanwhile.
     */
    void resume(Actor operator, SourceRow seen, String reason);

    /** Exchanges with suppliers, newest first; needs OPERATOR, SUPPORT_AGENT, ARBITRATOR or AUDITOR. */
    Slice<CallRow> calls(Actor staff, CallFilter filter, PageRequest page);

    /** One exchange with its masked texts, by the same roles; the look is recorded. */
    CallRow.Text call(Actor staff, long id);

    /** What staff should look at, newest first; needs OPERATOR, SUPPORT_AGENT or AUDITOR. */
    Slice<SupplierAlarmRow> alarms(Actor staff, PageRequest page);

    /**
     * Takes a new signing secret; the one before it stays valid beside it until the next change. Needs ADMIN. 16 to 500 visible
     * ASCII characters; INVALID_INPUT otherwise.
     */
    void replaceSecret(Actor admin, SupplierId supplier, String secret);

    /** Which calls; null means any. */
    record CallFilter(
            @Nullable SupplierId supplier, @Nullable String purchaseNo, boolean unclearOnly) {}
}
