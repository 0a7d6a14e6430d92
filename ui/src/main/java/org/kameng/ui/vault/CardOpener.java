package org.kameng.ui.vault;

import java.util.List;
import java.util.Optional;
import org.kameng.domain.catalog.Catalog;
import org.kameng.domain.catalog.OfferRow;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;
import org.kameng.domain.vault.CardBoxRow;
import org.kameng.domain.vault.CardVault;
import org.kameng.domain.vault.RevealContext;
import org.kameng.domain.vault.RevealedCard;
import org.springframework.stereotype.Component;

/** What the card box asks the domain for. */
@Component
public class CardOpener {
    private final CardVault vault;
    private final OrderService orders;
    private final Catalog catalog;

    CardOpener(CardVault vault, OrderService orders, Catalog catalog) {
        this.vault = vault;
        this.orders = orders;
        this.catalog = catalog;
    }

    public List<CardBoxRow> ofOrder(Actor viewer, OrderNo no) {
        return vault.ofOrder(viewer, no);
    }

    Slice<CardBoxRow> box(Actor owner, PageRequest page) {
        return vault.cardBox(owner, page);
    }

    /** A recorded act. */
    RevealedCard reveal(Actor owner, CardBoxRow card, String ip, String device) {
        return vault.reveal(owner, card.cardId(), new RevealContext(ip, device, null));
    }

    /** How to use the card, while its offer still stands. */
    Optional<OfferRow> guide(Actor owner, CardBoxRow card) {
        return catalog.offer(card.sku(), orders.view(owner, card.order()).seller());
    }
}
