package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.vault.CardBoxRow;
import org.kameng.domain.vault.CardVault;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Pages;
import org.kameng.ui.shared.Parts;

/** Cards of an order from the outside, read while one scrolls; their secrets are no business of this page. */
class OrderCardsGrid extends Composite<Grid<CardBoxRow>> {
    private static final long serialVersionUID = 1L;

    OrderCardsGrid(CardVault vault, Actor staff, OrderNo no) {
        var grid = getContent();
        grid.addComponentColumn(card -> Parts.code(String.valueOf(card.cardId())))
                .setHeader(t("cards.id"));
        grid.addComponentColumn(card -> Parts.code(card.sku().value())).setHeader(t("cards.sku"));
        grid.addColumn(card -> Formats.moment(card.deliveredAt())).setHeader(t("cards.deliveredAt"));
        grid.addColumn(card -> Formats.day(card.expiresOn())).setHeader(t("cards.expiry"));
        grid.addColumn(card ->
                        card.firstRevealedAt() == null ? t("cards.unseen") : Formats.moment(card.firstRevealedAt()))
                .setHeader(t("cards.firstSeen"));
        grid.getColumns().forEach(column -> column.setAutoWidth(true));
        grid.setPageSize(Pages.SIZE);
        grid.addClassName("k-grid");
        grid.setAriaLabel(t("desk.cards"));
        grid.setEmptyStateText(t("desk.cards.none"));
        grid.setItems(wanted -> Pages.stream(wanted, page -> vault.ofOrder(staff, no, page)));
    }
}
