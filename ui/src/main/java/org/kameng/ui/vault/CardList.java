package org.kameng.ui.vault;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.vault.CardBoxRow;

/** Closed cards, each to be opened by itself. */
public class CardList extends UnorderedList {
    private static final long serialVersionUID = 1L;

    private final transient CardOpener cards;
    private final transient Actor owner;
    private final transient Map<Long, CardTile> tiles = new HashMap<>();

    public CardList(CardOpener cards, Actor owner, List<CardBoxRow> rows) {
        this.cards = cards;
        this.owner = owner;
        addClassName("k-cards");
        rows.forEach(row -> put(getComponentCount(), row));
    }

    /** Shows rows that begin at a place: known cards are brought up to date where they stand, new ones are put in. */
    public void show(int from, List<CardBoxRow> rows) {
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var known = tiles.get(row.cardId());
            if (known == null) put(Math.min(from + i, getComponentCount()), row);
            else known.update(row);
        }
    }

    private void put(int at, CardBoxRow row) {
        var tile = new CardTile(cards, owner, row);
        tiles.put(row.cardId(), tile);
        addComponentAtIndex(at, new ListItem(tile));
    }
}
