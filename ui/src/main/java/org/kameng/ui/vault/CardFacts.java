package org.kameng.ui.vault;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.vault.CardBoxRow;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;

/** What there is to know of a card from the outside: whose, how long it is good, and until when one may complain. */
final class CardFacts {
    private static final int SOON = 30;

    private CardFacts() {}

    static Div of(CardBoxRow row, Instant now) {
        var facts = new Div(
                new Span(row.sellerName()),
                new Span(t("cards.slot", row.order().value(), row.slot())),
                new Span(expiry(row.expiresOn(), LocalDate.ofInstant(now, ShopTime.ZONE))));
        facts.addClassNames("k-quiet", "k-num", "k-dots");
        return facts;
    }

    /** Until when, and how long that is; what happens then stands once under the list. */
    static Div afterSales(CardBoxRow row, Instant now) {
        var until = Formats.day(LocalDate.ofInstant(row.afterSalesUntil(), ShopTime.ZONE));
        var left = Duration.between(now, row.afterSalesUntil());
        var words = left.isNegative()
                ? t("cards.afterSales.over", until)
                : t("cards.afterSales", until, Formats.span(left));
        var line = new Div(words);
        line.addClassNames("k-quiet", "k-num");
        return line;
    }

    static Div state(boolean seen, @Nullable LocalDate expiresOn, Instant now) {
        var state = new Div(seen ? Parts.badge(t("cards.seen"), Tone.PLAIN) : Parts.badge(t("cards.unseen"), Tone.OK));
        state.addClassName("k-badges");
        if (expiresOn != null) {
            long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, ShopTime.ZONE), expiresOn);
            if (days < 0) {
                state.add(Parts.badge(t("cards.expired"), Tone.BAD));
            } else if (days <= SOON) {
                state.add(Parts.badge(in(days), Tone.WAIT));
            }
        }
        return state;
    }

    static String in(long days) {
        return days == 0 ? t("cards.expiresToday") : t("cards.expiresIn", days);
    }

    private static String expiry(@Nullable LocalDate day, LocalDate today) {
        if (day == null) {
            return t("cards.forever");
        }
        return day.isBefore(today) ? t("cards.expiredOn", Formats.day(day)) : t("cards.expires", Formats.day(day));
    }
}
