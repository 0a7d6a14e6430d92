package org.kameng.ui.vault;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.vault.CardBoxRow;

/** Closed cards, each to be opened by itself. */
public class CardList extends UnorderedList {
    private static final long serialVersionUID = 1L;

    public CardList(CardOpener cards, Actor owner, List<CardBoxRow> rows) {
        addClassName("k-cards");
        append(cards, owner, rows);
    }

    void append(CardOpener cards, Actor owner, List<CardBoxRow> rows) {
        rows.forEach(row -> add(new ListItem(new CardTile(cards, owner, row))));
    }
}
