package org.kameng.tools.simulators.supplier;

import org.kameng.tools.simulators.http.Router;

/** The words of one protocol. */
public interface Dialect {
    /** Adds the calls of the customer. */
    void route(Router router);

    /** Writes and signs a push, anew for every attempt. */
    Letter write(Event event, Letter.Fault fault);

    /** Whether the customer says that it has heard. */
    boolean isHeard(int status, String body);
}
