package org.kameng.processes.incident;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.audit.Refusals;
import org.kameng.domain.outbox.Outbox;
import org.kameng.domain.outbox.OutboxMessage;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.PlainText;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Incidents over the feed's tables and our own; nothing here waits for the engine. */
@Service
class IncidentDesk implements Incidents {
    private static final Role[] LOOK = {Role.OPERATOR, Role.SUPPORT_AGENT, Role.FINANCE, Role.ADMIN, Role.AUDITOR};
    private static final Role[] RETRY = {Role.OPERATOR, Role.SUPPORT_AGENT, Role.ADMIN};

    private final IncidentTable incidents;
    private final IncidentCare care;
    private final HealingSettings settings;
    private final AuditLog audit;
    private final Refusals refusals;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    IncidentDesk(
            IncidentTable incidents,
            IncidentCare care,
            HealingSettings settings,
            AuditLog audit,
            Refusals refusals,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.incidents = incidents;
        this.care = care;
        this.settings = settings;
        this.audit = audit;
        this.refusals = refusals;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Slice<IncidentRow> open(Actor staff, PageRequest page) {
        require(staff, "incident.list", "open", LOOK);
        return Slice.of(incidents.open(settings.stuck(), page), page);
    }

    @Override
    public int count(Actor staff) {
        require(staff, "incident.list", "open", LOOK);
        return incidents.count();
    }

    @Override
    public List<IncidentRow> handedTo(Actor staff, int limit) {
        staff.requireStaff();
        return incidents.handedTo(staff.roles(), settings.stuck(), limit);
    }

    @Override
    public IncidentView view(Actor staff, IncidentId id) {
        require(staff, "incident.view", id.text(), LOOK);
        var found = find(id);
        return new IncidentView(
                found.row(),
                found.open(),
                incidents.clock(id, found.processInstanceKey()).orElse(null),
                care.asked(id).orElse(null),
                care.handovers(id),
                staff.has(Role.ADMIN) ? technical(found) : null);
    }

    private static IncidentView.Technical technical(IncidentTable.Stored found) {
        return new IncidentView.Technical(
                found.processInstanceKey(), found.jobKey(), found.errorType(), ownWords(found));
    }

    private static @Nullable String ownWords(IncidentTable.Stored found) {
        return found.row().kind() == IncidentKind.JOB_NO_RETRIES ? found.message() : null;
    }

    @Override
    public boolean retry(Actor staff, IncidentId id, String reason) {
        require(staff, "incident.retry", id.text(), RETRY);
        var words = words(reason);
        var found = find(id);
        if (!found.open()) return false;
        return Boolean.TRUE.equals(transaction.execute(status -> ask(staff, found, words)));
    }

    private boolean ask(Actor staff, IncidentTable.Stored found, String reason) {
        var id = found.row().id();
        if (!care.ask(id, staff, reason, clock.instant())) return false;
        record(staff, "incident.retry-asked", found, Map.of("reason", reason));
        outbox.add(new OutboxMessage(IncidentRetries.TOPIC, id.text(), id.text(), Map.of()));
        return true;
    }

    @Override
    public void handOver(Actor staff, IncidentId id, Role to, String note) {
        require(staff, "incident.hand-over", id.text(), HELPERS.toArray(Role[]::new));
        if (!HELPERS.contains(to)) throw new DomainException(ErrorCode.INVALID_INPUT, "role");
        var words = words(note);
        var found = find(id);
        if (!found.open()) throw new DomainException(ErrorCode.CONFLICT);
        transaction.executeWithoutResult(status -> {
            care.handOver(id, staff, to, words, clock.instant());
            record(staff, "incident.handed-over", found, Map.of("to", to.name(), "note", words));
        });
    }

    private void record(Actor by, String what, IncidentTable.Stored found, Map<String, Object> more) {
        var facts = new HashMap<>(more);
        var no = found.row().businessNo();
        facts.put("element", found.row().elementId());
        if (no != null) facts.put("businessNo", no);
        audit.record(by, what, "incident", found.row().id().text(), facts);
    }

    private static String words(String raw) {
        return PlainText.reason(raw, MAX_WORDS);
    }

    private IncidentTable.Stored find(IncidentId id) {
        return incidents.find(id, settings.stuck()).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
    }

    private void require(Actor staff, String act, String no, Role... anyOf) {
        if (!staff.has(anyOf)) throw refusals.refuse(staff, act, "incident", no);
    }
}
