package org.kameng.processes.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the token of one instance stands and where it has been, folded from its events. */
final class Token {
    private final Map<Long, InstanceTable.Event> standing = new LinkedHashMap<>();
    private final Set<String> completed = new LinkedHashSet<>();
    private final Set<String> flows = new LinkedHashSet<>();

    static Token of(List<InstanceTable.Event> oldestFirst) {
        var token = new Token();
        oldestFirst.forEach(token::see);
        return token;
    }

    private void see(InstanceTable.Event event) {
        switch (event.intent()) {
            case "SEQUENCE_FLOW_TAKEN" -> flows.add(event.elementId());
            case "ELEMENT_ACTIVATED" -> {
                if (!event.elementType().equals("PROCESS")) standing.put(event.elementKey(), event);
            }
            case "ELEMENT_COMPLETED" -> {
                standing.remove(event.elementKey());
                if (!event.elementType().equals("PROCESS")) completed.add(event.elementId());
            }
            default -> standing.remove(event.elementKey());
        }
    }

    List<InstanceTable.Event> standing() {
        return new ArrayList<>(standing.values());
    }

    Set<String> active() {
        var ids = new LinkedHashSet<String>();
        standing.values().forEach(event -> ids.add(event.elementId()));
        return ids;
    }

    Set<String> completed() {
        return completed;
    }

    Set<String> flows() {
        return flows;
    }
}
