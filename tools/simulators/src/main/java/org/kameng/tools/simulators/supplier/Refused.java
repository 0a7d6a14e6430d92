package org.kameng.tools.simulators.supplier;

import org.kameng.tools.simulators.http.Refusal;

/** A request that the supplier refuses, before a wire puts it into its words. */
public final class Refused extends Refusal {
    private static final long serialVersionUID = 1;
    private final Why why;

    public Refused(Why why) {
        super(400, why.name(), why.words());
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
