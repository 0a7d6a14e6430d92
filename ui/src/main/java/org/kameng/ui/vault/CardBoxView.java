package org.kameng.ui.vault;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;
import org.kameng.domain.vault.CardBoxRow;
import org.kameng.ui.shared.ChangeFeed;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.CustomerLayout;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Roles;

/** All cards of a customer, closed, newest first. */
@Route(value = VaultNavigation.CARDS, layout = CustomerLayout.class)
@RolesAllowed({Roles.CUSTOMER, Roles.DISTRIBUTOR})
class CardBoxView extends Section implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 20;

    private final transient CardOpener cards;
    private final transient Actor owner = CurrentActor.get();
    private final CardList list;
    private final Button more = Parts.quiet(t("list.more"), this::load);
    private final Div none = Parts.empty(t("cards.none"));

    CardBoxView(CardOpener cards, ChangeFeed feed) {
        this.cards = cards;
        this.list = new CardList(cards, owner, List.of());
        addClassName("k-narrow");
        var why = new Paragraph(t("cards.why"));
        why.addClassName("k-quiet");
        add(new H1(t("nav.cards")), why, list, none, more);
        load();
        feed.follow(this, "cards", owner.requireAccount().toString(), Long.MIN_VALUE, this::refresh);
    }

    private void load() {
        var shown = list.getComponentCount();
        var slice = cards.box(owner, new PageRequest(shown, PAGE));
        list.show(shown, slice.rows());
        shown(slice.more());
    }

    private void shown(boolean moreThere) {
        more.setVisible(moreThere);
        list.setVisible(list.getComponentCount() > 0);
        none.setVisible(list.getComponentCount() == 0);
    }

    /** What another tab or the shop has done meanwhile; an open card stays open. */
    private void refresh() {
        var from = 0;
        Slice<CardBoxRow> slice;
        do {
            slice = cards.box(owner, new PageRequest(from, PAGE));
            list.show(from, slice.rows());
            from += PAGE;
        } while (slice.more() && from < list.getComponentCount());
        shown(slice.more());
    }

    @Override
    public String getPageTitle() {
        return t("nav.cards");
    }
}
