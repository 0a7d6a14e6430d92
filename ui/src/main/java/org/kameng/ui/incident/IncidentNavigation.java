package org.kameng.ui.incident;

import org.kameng.processes.incident.IncidentId;

/** Addresses of incidents. */
public final class IncidentNavigation {
    public static final String INCIDENTS = "desk/incidents";
    public static final String INCIDENT = "desk/incidents/:id";
    static final String ID = "id";

    private IncidentNavigation() {}

    public static String incident(IncidentId id) {
        return INCIDENTS + "/" + id.text();
    }
}
