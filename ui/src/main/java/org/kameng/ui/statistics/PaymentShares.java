package org.kameng.ui.statistics;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.statistics.ChannelRate;
import org.kameng.domain.statistics.Statistics;

/** Of the codes that buyers were shown, how many were paid: by channel, now and over the day. */
final class PaymentShares extends Composite<Div> {
    private static final long serialVersionUID = 1L;

    record Seen(List<ChannelRate> hour, List<ChannelRate> day) {
        static Seen of(Statistics statistics, Actor staff) {
            return new Seen(
                    statistics.payments(staff, org.kameng.domain.statistics.Span.HOUR),
                    statistics.payments(staff, org.kameng.domain.statistics.Span.DAY));
        }
    }

    void show(Seen seen) {
        var box = getContent();
        box.removeAll();
        box.addClassName("k-stack");
        box.add(new H3(t("overview.span.HOUR")));
        rates(seen.hour());
        box.add(new H3(t("overview.span.DAY")));
        rates(seen.day());
    }

    private static Span none() {
        var none = new Span(t("overview.paying.none"));
        none.addClassName("k-quiet");
        return none;
    }

    private void rates(List<ChannelRate> rates) {
        if (rates.isEmpty()) getContent().add(none());
        rates.forEach(rate -> getContent()
                .add(new Share(
                        Words.channel(rate.channel()),
                        rate.percent(),
                        new Span(t("overview.paying.one", rate.percent(), rate.paid(), rate.paid() + rate.unpaid())))));
    }
}
