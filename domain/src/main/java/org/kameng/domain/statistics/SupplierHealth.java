package org.kameng.domain.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;

/** How the suppliers stand; a bean of whoever speaks to them. Without one nothing is known, and nothing is shown. */
public interface SupplierHealth {

    List<Standing> now();

    /** How we buy from a supplier: as we should, with troubles, or not at all. */
    enum State {
        WELL,
        TROUBLED,
        CUT_OFF
    }

    /** What is wrong with a supplier; texts in bundles under {@code supplier.trouble.<TROUBLE>}. */
    enum Trouble {
        /** So much went wrong that some or all of its products are not bought for now. */
        FUSE,
        /** Our balance there covers less than two days like the last one. */
        BALANCE,
        /** It has told neither stock nor balance for a while. */
        SILENT,
        /** It has not told how purchases ended. */
        UNCLEAR
    }

    /**
     * One supplier.
     *
     * @param since since when it stands like this, as far back as we know
     * @param unknown purchases whose outcome we do not know yet
     * @param balance what we can still buy for, null when never told
     * @param toldAt when it last told anything, stock or balance
     * @param until when it is tried again, for one that is cut off
     */
    record Standing(
            String name,
            State state,
            Set<Trouble> troubles,
            Instant since,
            long unknown,
            @Nullable Money balance,
            @Nullable Instant toldAt,
            @Nullable Instant until) {}
}
