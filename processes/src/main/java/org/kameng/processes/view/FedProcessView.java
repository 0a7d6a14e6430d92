package org.kameng.processes.view;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.kameng.domain.shared.Actor;
import org.springframework.stereotype.Service;

/** Reads schema engine; never asks the engine itself. */
@Service
class FedProcessView implements ProcessView {
    private static final Set<String> WAITS =
            Set.of("USER_TASK", "EVENT_BASED_GATEWAY", "INTERMEDIATE_CATCH_EVENT", "RECEIVE_TASK", "CALL_ACTIVITY");

    private final InstanceTable table;
    private final Clock clock;

    FedProcessView(InstanceTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Optional<ProcessPicture> of(Actor staff, String businessNo) {
        staff.requireStaff();
        return table.newest(businessNo).map(this::picture);
    }

    private ProcessPicture picture(InstanceTable.Instance instance) {
        var token = Token.of(table.events(instance));
        var state = ProcessPicture.State.valueOf(instance.state());
        return new ProcessPicture(
                instance.processId(),
                instance.key(),
                state,
                instance.xml() == null ? "" : instance.xml(),
                state == ProcessPicture.State.ACTIVE ? token.active() : Set.of(),
                token.completed(),
                token.flows(),
                table.incidents(instance),
                instance.startedAt(),
                instance.endedAt(),
                instance.endElementId(),
                table.called(instance).stream().map(this::picture).toList());
    }

    @Override
    public List<TimelineEntry> timeline(Actor staff, String businessNo) {
        staff.requireStaff();
        return Timeline.of(table.life(businessNo), table.failures(businessNo));
    }

    @Override
    public Optional<Waiting> waitingFor(Actor staff, String businessNo) {
        staff.requireStaff();
        return table.newest(businessNo).flatMap(instance -> waiting(instance, businessNo));
    }

    private Optional<Waiting> waiting(InstanceTable.Instance instance, String businessNo) {
        if (!instance.state().equals("ACTIVE")) return Optional.empty();
        // A called process knows better than the call activity what is missing.
        var called = table.called(instance).stream()
                .filter(child -> child.state().equals("ACTIVE"))
                .findFirst();
        if (called.isPresent()) return waiting(called.get(), businessNo);
        return incident(instance).or(() -> retry(instance, businessNo)).or(() -> element(instance));
    }

    private Optional<Waiting> incident(InstanceTable.Instance instance) {
        return table.incidents(instance).stream()
                .findFirst()
                .map(incident -> new Waiting(
                        "waiting.incident",
                        incident.elementId(),
                        Objects.requireNonNullElse(incident.message(), incident.errorType()),
                        incident.since(),
                        null));
    }

    private Optional<Waiting> retry(InstanceTable.Instance instance, String businessNo) {
        var active = Token.of(table.events(instance)).active();
        return table.failures(businessNo).stream()
                .filter(failure -> failure.instance() == instance.key() && active.contains(failure.elementId()))
                .findFirst()
                .filter(failure ->
                        failure.retryAt() != null && failure.retryAt().isAfter(clock.instant()))
                .map(failure -> new Waiting(
                        "waiting.retry", failure.elementId(), failure.message(), failure.at(), failure.retryAt()));
    }

    private Optional<Waiting> element(InstanceTable.Instance instance) {
        return Token.of(table.events(instance)).standing().stream()
                .filter(event -> WAITS.contains(event.elementType()))
                .findFirst()
                .map(event -> new Waiting(
                        "waiting." + event.elementId(),
                        event.elementId(),
                        null,
                        event.at(),
                        table.timerOf(instance).orElse(null)));
    }
}
