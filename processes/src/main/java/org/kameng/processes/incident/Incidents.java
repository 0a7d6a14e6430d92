package org.kameng.processes.incident;

import java.util.List;
import java.util.Set;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.Slice;

/** Incidents for people. OPERATOR, SUPPORT_AGENT, FINANCE, ADMIN and AUDITOR look; what an act needs is said there. */
public interface Incidents {
    /** To whom an incident may be given. */
    Set<Role> HELPERS = Set.of(Role.OPERATOR, Role.SUPPORT_AGENT, Role.FINANCE, Role.ADMIN);

    int MAX_WORDS = 500;

    /** Open ones, the oldest first. */
    Slice<IncidentRow> open(Actor staff, PageRequest page);

    /** How many are open, counted up to 10,000. */
    int count(Actor staff);

    /** Open ones that were given to one of the actor's roles, the oldest first. Any staff. */
    List<IncidentRow> handedTo(Actor staff, int limit);

    /** NOT_FOUND for one that never was. */
    IncidentView view(Actor staff, IncidentId id);

    /**
     * Asks the engine to try again at once, even if it is away now. The first who asks counts. Needs OPERATOR, SUPPORT_AGENT or
     * ADMIN and a reason.
     *
     * @return false when the incident is over or was asked for before
     */
    boolean retry(Actor staff, IncidentId id, String reason);

    /** Gives it to a role with a note. Needs one of {@link #HELPERS}; CONFLICT when the incident is over. */
    void handOver(Actor staff, IncidentId id, Role to, String note);
}
