package org.kameng.processes.inbox;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Actor;

/** For workers that apply what a person decided. */
public interface Decisions {
    /** The latest decision about an order or refund at this task. */
    Optional<Decided> latest(String elementId, String reference);

    /** Who decided, about what, what, why, with the proof of which transfer, and when. */
    record Decided(
            Actor by,
            String reference,
            String verdict,
            String reason,
            @Nullable String transfer,
            Instant at) {

        /** Decisions from before transfers were asked for have their reason only. */
        public String proof() {
            return transfer == null ? reason : transfer;
        }
    }
}
