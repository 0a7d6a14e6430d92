package org.kameng.processes.inbox;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Role;

/**
 * A task that waits.
 *
 * @param elementId which task of which model; its words are in the bundles under {@code element.<elementId>}
 * @param businessNo the case: an order number, or a refund number for a refund of its own
 * @param reference what is to be decided: the order number or the refund number
 */
public record TaskRow(
        TaskId id,
        String processId,
        String elementId,
        @Nullable String businessNo,
        String reference,
        Set<Role> candidates,
        Instant createdAt,
        @Nullable Instant dueAt,
        boolean overdue,
        @Nullable String claimedBy,
        boolean claimedByMe) {}
