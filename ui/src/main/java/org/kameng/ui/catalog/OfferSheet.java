package org.kameng.ui.catalog;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.function.Function;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.catalog.CatalogDesk;
import org.kameng.domain.catalog.Finding;
import org.kameng.domain.catalog.OfferData;
import org.kameng.domain.catalog.SellerRow;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.ui.audit.AuditPanel;
import org.kameng.ui.shared.Folders;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.LivePart;
import org.kameng.ui.shared.Table;

/** What one seller asks for a SKU, and how that came about. */
class OfferSheet extends Composite<Section> {
    private static final long serialVersionUID = 1L;
    private static final int LAST_ACTS = 20;

    private final transient CatalogDesk desk;
    private final transient AuditQuery audit;
    private final transient Actor actor;
    private final LivePart<OfferData> books = new LivePart<>(this::books);

    /** @param changed told when the offer was saved for the first time */
    OfferSheet(
            CatalogDesk desk,
            AuditQuery audit,
            Actor actor,
            OfferData offer,
            Function<OfferData, List<Finding>> check,
            Runnable changed) {
        this.desk = desk;
        this.audit = audit;
        this.actor = actor;
        var editor = new GoodsEditor<>(
                new OfferForm(offer),
                typed -> desk.save(actor, typed),
                check,
                saved -> {
                    books.show(saved);
                    if (offer.version() == 0) changed.run();
                },
                actor.has(Role.OPERATOR));
        var content = new Div(editor, books);
        content.addClassName("k-stack");
        getContent().addClassName("k-sheet");
        getContent().add(new H2(t("goods.offerOf", seller(offer))), content);
        books.show(offer);
    }

    private String seller(OfferData offer) {
        return desk.sellers(actor).stream()
                .filter(row -> row.id().equals(offer.seller()))
                .map(SellerRow::name)
                .findFirst()
                .orElse(offer.seller().value());
    }

    private List<Folders> books(OfferData offer) {
        if (offer.version() == 0) return List.of();
        var books = new Folders(t("goods.history"));
        books.add(t("goods.prices"), () -> prices(offer));
        books.add(
                t("desk.audit"),
                () -> new AuditPanel(audit.of(actor, "offer", offer.id().toString(), PageRequest.first(LAST_ACTS))
                        .rows()));
        return List.of(books);
    }

    private Table prices(OfferData offer) {
        var table = new Table(
                t("goods.prices"), t("goods.priceVersion"), t("goods.price"), t("goods.setAt"), t("goods.setBy"));
        desk.prices(actor, offer.id())
                .forEach(row -> table.row(
                        row.version(),
                        Formats.money(row.price()),
                        Formats.moment(row.setAt()),
                        row.setBy() == null ? "–" : row.setBy()));
        return table;
    }
}
