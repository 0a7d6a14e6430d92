package org.kameng.ui.statistics;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Role;
import org.kameng.domain.statistics.ChannelRate;
import org.kameng.domain.statistics.Latency;
import org.kameng.domain.statistics.MoneyBack;
import org.kameng.domain.statistics.Period;
import org.kameng.domain.statistics.Span;
import org.kameng.domain.statistics.Statistics;
import org.kameng.domain.statistics.Worries;
import org.kameng.processes.inbox.TaskInbox;
import org.kameng.processes.incident.Incidents;
import org.kameng.ui.inbox.InboxNavigation;
import org.kameng.ui.incident.IncidentNavigation;
import org.kameng.ui.order.OrderNavigation;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts.Tone;

/** The few numbers one looks at first. Each person sees those of the own roles. */
public final class Numbers extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final transient Statistics statistics;
    private final transient TaskInbox inbox;
    private final transient Incidents incidents;
    private final transient Actor staff;
    private final transient Live<Seen> live = new Live<>(this::read, this::show);

    private record Seen(
            Period today,
            List<ChannelRate> payments,
            @Nullable Latency latency,
            TaskInbox.TaskCount tasks,
            @Nullable Integer incidents,
            @Nullable MoneyBack moneyBack,
            @Nullable Worries worries) {}

    public Numbers(Statistics statistics, TaskInbox inbox, Incidents incidents, Actor staff) {
        this.statistics = statistics;
        this.inbox = inbox;
        this.incidents = incidents;
        this.staff = staff;
        getContent().addClassName("k-numbers");
        refresh();
    }

    public void refresh() {
        live.refresh();
    }

    private Seen read() {
        var pays = staff.has(Role.FINANCE, Role.SUPPORT_AGENT, Role.AUDITOR, Role.ADMIN);
        return new Seen(
                statistics.days(staff, 1).getLast(),
                statistics.payments(staff, Span.DAY),
                statistics.latency(staff, Span.HOUR).orElse(null),
                tasks(),
                pays || staff.has(Role.OPERATOR) ? incidents.count(staff) : null,
                pays ? statistics.moneyBack(staff) : null,
                pays || staff.has(Role.OPERATOR) ? statistics.worries(staff) : null);
    }

    /** Who oversees has no tasks of the own and sees everybody's. */
    private TaskInbox.TaskCount tasks() {
        if (!oversees()) return inbox.count(staff);
        var groups = inbox.groups(staff);
        return new TaskInbox.TaskCount(
                groups.stream().mapToInt(TaskInbox.GroupCount::open).sum(),
                groups.stream().mapToInt(TaskInbox.GroupCount::overdue).sum());
    }

    private boolean oversees() {
        return staff.has(Role.AUDITOR, Role.ADMIN);
    }

    private void show(Seen seen) {
        var box = getContent();
        box.removeAll();
        box.add(new Tile(
                OrderNavigation.DESK_ORDERS,
                t("overview.today"),
                String.valueOf(seen.today().placed()),
                t(
                        "overview.today.more",
                        Formats.money(seen.today().amount()),
                        seen.today().delivered()),
                Tone.PLAIN));
        box.add(payments(seen.payments()), latency(seen.latency()));
        box.add(new Tile(
                oversees() ? StatisticsNavigation.OVERVIEW : InboxNavigation.TASKS,
                t("overview.tasks"),
                String.valueOf(seen.tasks().open()),
                t("overview.tasks.more", seen.tasks().overdue()),
                seen.tasks().overdue() > 0 ? Tone.BAD : Tone.PLAIN));
        if (seen.incidents() != null) {
            box.add(new Tile(
                    IncidentNavigation.INCIDENTS,
                    t("overview.incidents"),
                    String.valueOf(seen.incidents()),
                    t("overview.incidents.more"),
                    seen.incidents() > 0 ? Tone.BAD : Tone.PLAIN));
        }
        if (seen.moneyBack() != null) {
            box.add(new Tile(
                    StatisticsNavigation.OVERVIEW,
                    t("overview.back"),
                    String.valueOf(seen.moneyBack().open()),
                    t("overview.back.more", Formats.money(seen.moneyBack().openAmount())),
                    Tone.PLAIN));
        }
        if (seen.worries() != null) box.add(waiting(seen.worries()));
    }

    private static Tile payments(List<ChannelRate> rates) {
        var all = new ChannelRate(
                "",
                rates.stream().mapToLong(ChannelRate::paid).sum(),
                rates.stream().mapToLong(ChannelRate::unpaid).sum());
        var ended = all.paid() + all.unpaid();
        return new Tile(
                StatisticsNavigation.OVERVIEW,
                t("overview.success"),
                ended == 0 ? "–" : all.percent() + " %",
                t("overview.success.more", all.paid(), ended),
                Tone.PLAIN);
    }

    private static Tile latency(@Nullable Latency latency) {
        return new Tile(
                StatisticsNavigation.OVERVIEW,
                t("overview.speed"),
                latency == null ? "–" : Words.length(latency.most()),
                latency == null
                        ? t("overview.latency.none")
                        : t("overview.speed.more", Words.length(latency.half()), latency.orders()),
                Tone.PLAIN);
    }

    private static Tile waiting(Worries worries) {
        return new Tile(
                OrderNavigation.DESK_ORDERS + "?state=PAID",
                t("overview.undelivered"),
                String.valueOf(worries.undelivered()),
                t("overview.undelivered.more"),
                worries.undelivered() > 0 ? Tone.BAD : Tone.PLAIN);
    }
}
