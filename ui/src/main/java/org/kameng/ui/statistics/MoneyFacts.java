package org.kameng.ui.statistics;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.kameng.domain.statistics.MoneyBack;
import org.kameng.domain.statistics.Worries;
import org.kameng.ui.alarm.AlarmNavigation;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;

/** Money on its way back, and what should not have happened with money. */
final class MoneyFacts extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    private final boolean followsAlarms;

    record Seen(MoneyBack back, Worries worries) {}

    /** {@code followsAlarms}: whether the reader may open the list of alarms. */
    MoneyFacts(boolean followsAlarms) {
        this.followsAlarms = followsAlarms;
    }

    void show(Seen seen) {
        var back = seen.back();
        var worries = seen.worries();
        var facts = Parts.facts();
        facts.addClassName("k-halves");
        Parts.fact(
                facts, t("overview.back.decided"), count(back.decided()) + " · " + Formats.money(back.decidedAmount()));
        Parts.fact(facts, t("overview.back.finished"), count(back.finished()));
        Parts.fact(facts, t("overview.back.open"), count(back.open()) + " · " + Formats.money(back.openAmount()));
        Parts.fact(facts, t("overview.back.oldest"), Formats.moment(back.oldest()));
        Parts.fact(facts, t("overview.stray"), count(worries.stray()));
        Parts.fact(facts, t("overview.unclosed"), count(worries.unclosed()));
        var alarms = count(worries.alarms());
        Parts.fact(
                facts,
                t("overview.alarms"),
                followsAlarms ? new Anchor(AlarmNavigation.ALARMS, alarms) : new Span(alarms));
        getContent().removeAll();
        getContent().add(facts);
    }

    private static String count(long n) {
        return t("overview.count", n);
    }
}
