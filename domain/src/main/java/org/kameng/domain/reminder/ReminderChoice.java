package org.kameng.domain.reminder;

import org.kameng.domain.shared.Actor;

/** Whether a person wants to be reminded of cards that expire; at first everybody is. */
public interface ReminderChoice {
    boolean isOn(Actor person);

    /** Recorded; does nothing when it is so already. */
    void turn(Actor person, boolean on);
}
