package org.kameng.domain.statistics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the suppliers stand; a bean of whoever speaks to them. Without one nothing is known, and nothing is shown. */
public interface SupplierHealth {

    List<Standing> now();

    /** How a supplier takes our calls: as it should, with troubles, or not at all. */
    enum State {
        WELL,
        TROUBLED,
        CUT_OFF
    }

    /**
     * One supplier.
     *
     * @param unknown purchases whose outcome we do not know yet
     * @param until when it is tried again, for one that is cut off
     */
    record Standing(
            String name,
            State state,
            Instant since,
            long unknown,
            @Nullable Instant until) {}
}
