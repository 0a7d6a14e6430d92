package org.kameng.ui.vault;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.temporal.ChronoUnit;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.vault.BoxFilter;
import org.kameng.domain.vault.BoxGroup;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Texts;

/** The cards of one product; read when it is opened. */
class BoxGroupPanel extends Details {
    private static final long serialVersionUID = 1L;
    private static final int SOON = 30;

    private final transient CardOpener cards;

    BoxGroupPanel(CardOpener cards, Actor owner, BoxFilter filter, BoxGroup group, boolean open) {
        this.cards = cards;
        addClassName("k-group");
        show(group);
        var inside = new Div();
        add(inside);
        addOpenedChangeListener(change -> {
            inside.removeAll();
            if (change.isOpened()) {
                inside.add(new CardList(cards, owner, filter.of(group.product())));
            }
        });
        setOpened(open);
    }

    /** The head only: what is open inside stays open, and follows by itself. */
    final void show(BoxGroup group) {
        setSummary(summary(group));
    }

    private Div summary(BoxGroup group) {
        var name = new Span(Texts.either(group.nameZh(), group.nameEn()));
        name.addClassName("k-group-name");
        var badges = new Div(Parts.badge(t("cards.group", group.cards()), Tone.PLAIN));
        badges.addClassName("k-badges");
        if (group.fresh() > 0) {
            badges.add(Parts.badge(t("cards.group.fresh", group.fresh()), Tone.OK));
        }
        if (group.nextExpiry() != null) {
            long days = ChronoUnit.DAYS.between(cards.today(), group.nextExpiry());
            if (days <= SOON) {
                badges.add(Parts.badge(CardFacts.in(days), Tone.WAIT));
            }
        }
        var summary = new Div(name, badges);
        summary.addClassName("k-group-head");
        return summary;
    }
}
