package org.kameng.ui.vault;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.kameng.domain.catalog.ProductId;
import org.kameng.domain.reminder.ReminderChoice;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.vault.BoxFilter.Show;
import org.kameng.domain.vault.BoxGroup;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.CustomerLayout;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Roles;

/** All cards of a person across orders and guest purchases: closed, by product, narrowed by what happened to them. */
@Route(value = VaultNavigation.CARDS, layout = CustomerLayout.class)
@RolesAllowed({Roles.CUSTOMER, Roles.GUEST, Roles.DISTRIBUTOR})
class CardBoxView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 20;

    private final transient CardOpener cards;
    private final transient ReminderChoice reminders;
    private final transient GuestCards guestCards;
    private final transient Actor owner = CurrentActor.get();
    private final Div groups = new Div();
    private final Button more = Parts.quiet(t("list.more"), this::load);
    private BoxFilterBar bar = new BoxFilterBar(Show.ALL, this::reload);
    private final transient Map<ProductId, BoxGroupPanel> panels = new HashMap<>();
    private int shown;

    CardBoxView(CardOpener cards, ReminderChoice reminders, GuestCards guestCards) {
        this.cards = cards;
        this.reminders = reminders;
        this.guestCards = guestCards;
        addClassName("k-narrow");
        groups.addClassName("k-groups");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        open(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(VaultNavigation.SHOW)
                .orElse(""));
    }

    void open(String wanted) {
        removeAll();
        bar = new BoxFilterBar(show(wanted), this::reload);
        var why = new Paragraph(t("cards.why"));
        why.addClassName("k-quiet");
        add(new H1(t("nav.cards")));
        if (guestCards.anyFor(owner)) {
            add(guestCards.offer(owner));
        }
        add(bar, groups, more, why, remind());
        reload();
        cards.follow(groups, owner, this::renew);
    }

    /** A card came, or one was revealed: counts and heads follow, what is open stays open. */
    private void renew() {
        if (shown == 0) {
            reload();
            return;
        }
        bar.count(cards.counts(owner, bar.filter()));
        int asked = Math.clamp(shown, PAGE, PageRequest.MAX_LIMIT);
        var slice = cards.groups(owner, bar.filter(), PageRequest.first(asked));
        slice.rows().forEach(group -> {
            var panel = panels.get(group.product());
            if (panel != null) panel.show(group);
            else if (!more.isVisible()) put(group, false);
        });
        shown = Math.max(shown, panels.size());
        if (shown <= asked) more.setVisible(slice.more());
    }

    private void put(BoxGroup group, boolean open) {
        var panel = new BoxGroupPanel(cards, owner, bar.filter(), group, open);
        panels.put(group.product(), panel);
        groups.add(panel);
    }

    private static Show show(String wanted) {
        return Stream.of(Show.values())
                .filter(show -> show.name().equals(wanted.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(Show.ALL);
    }

    private void reload() {
        var counts = cards.counts(owner, bar.filter());
        bar.count(counts);
        groups.removeAll();
        panels.clear();
        shown = 0;
        load();
        if (shown == 0) {
            boolean nothing = counts.all() == 0 && bar.filter().text().isBlank();
            groups.add(Parts.empty(nothing ? t("cards.none") : t("cards.none.match")));
        }
    }

    private void load() {
        var filter = bar.filter();
        var slice = cards.groups(owner, filter, new PageRequest(shown, PAGE));
        boolean only = shown == 0 && slice.rows().size() == 1;
        slice.rows().forEach(group -> put(group, only));
        shown += slice.rows().size();
        more.setVisible(slice.more());
    }

    private Checkbox remind() {
        var remind = new Checkbox(t("cards.remind"), reminders.isOn(owner));
        remind.setHelperText(t("cards.remind.help"));
        remind.setId("remind");
        remind.addValueChangeListener(change -> reminders.turn(owner, change.getValue()));
        return remind;
    }

    @Override
    public String getPageTitle() {
        return t("nav.cards");
    }
}
