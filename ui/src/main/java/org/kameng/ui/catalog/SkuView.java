package org.kameng.ui.catalog;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.catalog.CatalogDesk;
import org.kameng.domain.catalog.Listing;
import org.kameng.domain.catalog.ListingLinter;
import org.kameng.domain.catalog.OfferData;
import org.kameng.domain.catalog.ProductSheet;
import org.kameng.domain.catalog.SellerRow;
import org.kameng.domain.catalog.SkuData;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.catalog.SkuKind;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.ui.audit.AuditPanel;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Folders;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Table;
import org.kameng.ui.shared.Texts;

/** One SKU with its offers. */
@Route(value = CatalogNavigation.SKU, layout = DeskLayout.class)
@RolesAllowed({Roles.OPERATOR, Roles.AUDITOR})
class SkuView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int LAST_ACTS = 20;

    private final transient CatalogDesk desk;
    private final transient ListingLinter linter;
    private final transient AuditQuery audit;
    private final transient Actor actor = CurrentActor.get();

    SkuView(CatalogDesk desk, ListingLinter linter, AuditQuery audit) {
        this.desk = desk;
        this.linter = linter;
        this.audit = audit;
        addClassName("k-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        var sheet = desk.product(actor, ProductIds.of(parameters.get("product").orElseThrow()));
        var wanted = parameters.get("sku").orElseThrow();
        removeAll();
        show(sheet, wanted.equals(CatalogNavigation.NEW) ? fresh(sheet) : found(sheet, wanted));
    }

    private static SkuData fresh(ProductSheet sheet) {
        var id = java.util.Objects.requireNonNull(sheet.product().id());
        return new SkuData(new SkuId(""), id, SkuKind.CARD, "", "", Money.ZERO, "CN", "", "", "", "", "", "", 7, 20, 0);
    }

    private static SkuData found(ProductSheet sheet, String code) {
        return sheet.skus().stream()
                .filter(sku -> sku.code().value().equals(code))
                .findFirst()
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
    }

    private void show(ProductSheet sheet, SkuData sku) {
        var product = sheet.product();
        var name = sku.version() == 0 ? t("goods.sku.add") : Texts.either(sku.nameZh(), sku.nameEn());
        var back =
                new Anchor(CatalogNavigation.product(sku.product()), Texts.either(product.nameZh(), product.nameEn()));
        var head = new Div(back, new H1(name));
        head.addClassName("k-head");
        add(head, Parts.sheet(t("goods.sku"), editor(sheet, sku)));
        if (sku.version() > 0) {
            sheet.offersOf(sku.code()).forEach(offer -> add(offer(sheet, sku, offer)));
            if (actor.has(Role.OPERATOR)) {
                add(newOffer(sheet, sku));
            }
            add(Parts.sheet(t("desk.audit"), acts("sku", sku.code().value())));
        }
    }

    private GoodsEditor<SkuData> editor(ProductSheet sheet, SkuData sku) {
        return new GoodsEditor<>(
                new SkuForm(sku),
                typed -> desk.save(actor, typed),
                typed -> linter.check(new Listing(sheet.product(), typed, null)),
                saved -> UI.getCurrent().navigate(CatalogNavigation.sku(saved.product(), saved.code())),
                actor.has(Role.OPERATOR));
    }

    private Section offer(ProductSheet sheet, SkuData sku, OfferData offer) {
        var editor = new GoodsEditor<>(
                new OfferForm(offer),
                typed -> desk.save(actor, typed),
                typed -> linter.check(new Listing(sheet.product(), sku, typed)),
                saved -> UI.getCurrent().navigate(CatalogNavigation.sku(sku.product(), sku.code())),
                actor.has(Role.OPERATOR));
        var content = new Div(editor);
        content.addClassName("k-stack");
        if (offer.version() > 0) {
            var books = new Folders(t("goods.history"));
            books.add(t("goods.prices"), () -> prices(offer));
            books.add(t("desk.audit"), () -> acts("offer", offer.id().toString()));
            content.add(books);
        }
        return Parts.sheet(t("goods.offerOf", seller(offer)), content);
    }

    private String seller(OfferData offer) {
        return desk.sellers(actor).stream()
                .filter(row -> row.id().equals(offer.seller()))
                .map(SellerRow::name)
                .findFirst()
                .orElse(offer.seller().value());
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

    private Section newOffer(ProductSheet sheet, SkuData sku) {
        var taken = sheet.offersOf(sku.code()).stream().map(OfferData::seller).toList();
        var choice = new ComboBox<SellerRow>(t("goods.seller"));
        choice.setItems(desk.sellers(actor).stream()
                .filter(row -> !taken.contains(row.id()))
                .toList());
        choice.setItemLabelGenerator(SellerRow::name);
        var place = new Div();
        choice.addValueChangeListener(change -> {
            place.removeAll();
            if (change.getValue() != null) {
                var draft = new OfferData(sku.code(), change.getValue().id(), sku.face(), 1, 200, false, 10, 0);
                place.add(offer(sheet, sku, draft));
            }
        });
        var content = new Div(choice, place);
        content.addClassName("k-stack");
        return Parts.sheet(t("goods.offer.add"), content);
    }

    private AuditPanel acts(String kind, String no) {
        return new AuditPanel(
                audit.of(actor, kind, no, PageRequest.first(LAST_ACTS)).rows());
    }

    @Override
    public String getPageTitle() {
        return t("goods.sku");
    }
}
