package org.kameng.processes.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns records of the engine into lines a person reads; gateways and machine steps are left out. */
final class Timeline {
    private Timeline() {}

    static List<TimelineEntry> of(List<InstanceTable.Event> events, List<InstanceTable.JobFailure> failures) {
        var lines = new ArrayList<TimelineEntry>();
        events.forEach(event -> line(event).ifPresent(lines::add));
        failures.forEach(failure -> lines.add(line(failure)));
        lines.sort(Comparator.comparing(TimelineEntry::at));
        return lines;
    }

    private static Optional<TimelineEntry> line(InstanceTable.Event event) {
        return Optional.ofNullable(kind(event))
                .map(kind -> new TimelineEntry(
                        event.at(), event.processId(), event.elementId(), event.elementType(), kind, null, null));
    }

    private static TimelineEntry.@Nullable Kind kind(InstanceTable.Event event) {
        var activated = event.intent().equals("ELEMENT_ACTIVATED");
        var completed = event.intent().equals("ELEMENT_COMPLETED");
        return switch (event.elementType()) {
            case "START_EVENT" -> completed ? TimelineEntry.Kind.STARTED : null;
            case "END_EVENT" -> completed ? TimelineEntry.Kind.ENDED : null;
            case "USER_TASK", "CALL_ACTIVITY", "EVENT_BASED_GATEWAY" ->
                activated
                        ? TimelineEntry.Kind.WAITING
                        : completed ? TimelineEntry.Kind.DONE : TimelineEntry.Kind.INTERRUPTED;
            case "SERVICE_TASK", "BUSINESS_RULE_TASK", "INTERMEDIATE_CATCH_EVENT", "BOUNDARY_EVENT" ->
                completed ? TimelineEntry.Kind.DONE : null;
            default -> null;
        };
    }

    private static TimelineEntry line(InstanceTable.JobFailure failure) {
        var kind = failure.errorThrown()
                ? TimelineEntry.Kind.ERROR
                : failure.retries() > 0 ? TimelineEntry.Kind.RETRY : TimelineEntry.Kind.INCIDENT;
        return new TimelineEntry(
                failure.at(),
                failure.processId(),
                failure.elementId(),
                "SERVICE_TASK",
                kind,
                failure.message(),
                failure.retryAt());
    }
}
