package org.kameng.ui.vault;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
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
    private int shown;

    CardBoxView(CardOpener cards) {
        this.cards = cards;
        this.list = new CardList(cards, owner, List.of());
        addClassName("k-narrow");
        var why = new Paragraph(t("cards.why"));
        why.addClassName("k-quiet");
        add(new H1(t("nav.cards")), why, list, more);
        load();
        if (shown == 0) {
            list.setVisible(false);
            add(Parts.empty(t("cards.none")));
        }
    }

    private void load() {
        var slice = cards.box(owner, new PageRequest(shown, PAGE));
        list.append(cards, owner, slice.rows());
        shown += slice.rows().size();
        more.setVisible(slice.more());
    }

    @Override
    public String getPageTitle() {
        return t("nav.cards");
    }
}
