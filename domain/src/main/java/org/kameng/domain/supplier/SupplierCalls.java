package org.kameng.domain.supplier;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The record of every call to a supplier and from one, for people who must prove or understand it later. */
public interface SupplierCalls {
    /** Stores one call in a transaction of its own; a failure to store is logged and does not disturb the caller. */
    void record(Call call);

    /**
     * One exchange, masked by the adapter: no card secret, no signing secret, accounts of buyers by their last digits.
     *
     * @param purchaseNo null for calls that are not about one purchase
     * @param operation for example {@code purchase}, {@code query}, {@code products}, {@code balance}, {@code notify}
     * @param request what was sent as text, with headers that matter
     * @param response what came back as text, null when nothing came
     * @param status HTTP status, 0 when none came
     * @param outcome our word for it, for example {@code SUCCEEDED} or {@code UNKNOWN:TIMEOUT}
     */
    record Call(
            SupplierId supplier,
            @Nullable String purchaseNo,
            String operation,
            String request,
            @Nullable String response,
            int status,
            String outcome,
            Duration took) {}
}
