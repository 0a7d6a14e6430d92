package org.kameng.tools.simulators.supplier;

import java.net.URI;
import java.util.Map;

/** Exactly what goes over the wire when the supplier tells something. */
public record Letter(URI url, Map<String, String> headers, String body) {
    /** What a knob did to it. */
    public enum Fault {
        NONE,
        DROPPED,
        FORGED,
        STALE,
        REPLAYED
    }
}
