package org.kameng.processes.view;

import java.util.List;
import java.util.Optional;
import org.kameng.domain.shared.Actor;

/** Reads what the engine did with an order or a refund, a moment ago. Staff only. */
public interface ProcessView {
    /** The newest instance for the number, the running one before others. */
    Optional<ProcessPicture> of(Actor staff, String businessNo);

    /** Its life, oldest first, all its instances, at most the last 500 lines. */
    List<TimelineEntry> timeline(Actor staff, String businessNo);

    /** What it waits for; empty when nothing runs or a worker is at it right now. */
    Optional<Waiting> waitingFor(Actor staff, String businessNo);
}
