package org.kameng.domain.order;

import java.util.List;
import org.kameng.domain.shared.Actor;

/** A person's own views of the order list, kept with the account and seen by nobody else; needs a staff role. */
public interface SavedViews {
    int MOST = 20;
    int LONGEST_NAME = 40;

    /** By name. */
    List<SavedView> of(Actor staff);

    /** Replaces a view of the same name. Refuses with INVALID_INPUT (also for a query that holds a phone) and TOO_MANY_VIEWS. */
    void save(Actor staff, SavedView view);

    void remove(Actor staff, String name);
}
