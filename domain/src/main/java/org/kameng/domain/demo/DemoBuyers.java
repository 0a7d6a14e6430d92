package org.kameng.domain.demo;

import org.kameng.domain.shared.Actor;

/** Who buys in the demonstration. People are made when they are asked for first: forty passwords take their time to seal. */
public interface DemoBuyers {
    /** Number 0 is the customer whose log-in everybody knows. */
    Actor consumer(int number);

    /** May order in bulk; number 0 is the one whose log-in everybody knows. */
    Actor distributor(int number);
}
