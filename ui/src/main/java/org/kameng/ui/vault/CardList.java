package org.kameng.ui.vault;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.Map;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.vault.BoxFilter;
import org.kameng.domain.vault.CardBoxRow;
import org.kameng.ui.shared.Parts;

/** Closed cards, each to be opened by itself; read a page at a time, however many there are. */
public class CardList extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    static final int PAGE = 12;

    private final transient CardOpener cards;
    private final transient Actor owner;
    private final transient BoxFilter filter;
    private final UnorderedList list = new UnorderedList();
    private final Button more = Parts.quiet(t("list.more"), this::load);
    private final transient Map<Long, CardTile> tiles = new HashMap<>();
    private int shown;

    public CardList(CardOpener cards, Actor owner, BoxFilter filter) {
        this.cards = cards;
        this.owner = owner;
        this.filter = filter;
        list.addClassName("k-cards");
        var then = new Paragraph(t("cards.afterSales.then"));
        then.addClassName("k-quiet");
        getContent().addClassName("k-stack");
        getContent().add(list, more, then);
        load();
        cards.follow(this, owner, this::refresh);
    }

    private void load() {
        var slice = cards.cards(owner, filter, new PageRequest(shown, PAGE));
        slice.rows().forEach(this::put);
        shown += slice.rows().size();
        more.setVisible(slice.more());
    }

    private void put(CardBoxRow row) {
        var tile = new CardTile(cards, owner, row);
        tiles.put(row.cardId(), tile);
        list.add(new ListItem(tile));
    }

    /** What another tab has done meanwhile, and what came; an open card stays open. */
    private void refresh() {
        var cut = more.isVisible();
        var until = cut ? shown : shown + PAGE;
        var further = cut;
        for (var from = 0; from < until; from += PAGE) {
            var slice = cards.cards(owner, filter, new PageRequest(from, PAGE));
            slice.rows().forEach(row -> renew(row, !cut));
            further = slice.more();
        }
        shown = Math.max(shown, tiles.size());
        more.setVisible(further);
    }

    private void renew(CardBoxRow row, boolean newOnes) {
        var tile = tiles.get(row.cardId());
        if (tile != null) tile.update(row);
        else if (newOnes) put(row);
    }
}
