package org.kameng.ui.incident;

import static org.kameng.ui.shared.Texts.t;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.order.OrderView;
import org.kameng.processes.incident.IncidentRow;
import org.kameng.processes.incident.IncidentView;
import org.kameng.ui.engine.ElementWords;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Texts;

/** Incidents as sentences: what did not work, why it stands, what it costs, what the house does by itself. */
public final class IncidentWords {
    private IncidentWords() {}

    /** What did not work: the job's own sentence, or the step's name where no job is to blame. */
    public static String what(IncidentRow incident) {
        return Texts.known("incident.job." + incident.jobType())
                .orElseGet(() -> t("incident.step", ElementWords.of(incident.elementId())));
    }

    static String why(IncidentRow incident) {
        return t("incident.kind." + incident.kind());
    }

    /** What it costs if nobody acts. */
    static String cost(@Nullable OrderView order) {
        if (order == null) return t("incident.cost.unknown");
        return t(
                "incident.cost." + order.state(),
                Formats.money(order.amount()),
                Formats.moment(order.paidAt() == null ? order.paymentDeadline() : order.paidAt()));
    }

    /** What the house will do by itself. */
    static String next(IncidentView incident, Instant now) {
        var ask = incident.ask();
        if (!incident.open()) return t("incident.next.over");
        if (ask != null) return t("incident.next.asked", ask.by(), Formats.moment(ask.at()));
        return next(incident.row(), now);
    }

    static String next(IncidentRow incident, Instant now) {
        var next = incident.nextTry();
        if (next == null) return t("incident.next.never");
        if (!next.isAfter(now)) return t("incident.next.now");
        var at = Formats.clock(next);
        var in = Formats.span(Duration.between(now, next));
        return incident.earlier() == 0
                ? t("incident.next.at", at, in)
                : t("incident.next.again", at, in, incident.earlier());
    }

    static String since(IncidentRow incident, Instant now) {
        return t("waiting.since", Formats.span(Duration.between(incident.since(), now)));
    }
}
