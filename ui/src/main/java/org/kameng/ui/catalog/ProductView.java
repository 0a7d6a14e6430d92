package org.kameng.ui.catalog;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.catalog.CatalogDesk;
import org.kameng.domain.catalog.Listing;
import org.kameng.domain.catalog.ListingLinter;
import org.kameng.domain.catalog.OfferData;
import org.kameng.domain.catalog.ProductData;
import org.kameng.domain.catalog.ProductSheet;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Role;
import org.kameng.ui.audit.AuditPanel;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.DeskLayout;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.LivePart;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Table;
import org.kameng.ui.shared.Texts;

/** One product: its own texts, and the SKUs it gathers. What was saved is drawn anew at once. */
@Route(value = CatalogNavigation.PRODUCT, layout = DeskLayout.class)
@RolesAllowed({Roles.OPERATOR, Roles.AUDITOR})
class ProductView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int LAST_ACTS = 20;

    private final transient CatalogDesk desk;
    private final transient ListingLinter linter;
    private final transient AuditQuery audit;
    private final transient Actor actor = CurrentActor.get();
    private final LivePart<ProductData> head = new LivePart<>(this::head);
    private final LivePart<ProductSheet> rest = new LivePart<>(this::rest);

    ProductView(CatalogDesk desk, ListingLinter linter, AuditQuery audit) {
        this.desk = desk;
        this.linter = linter;
        this.audit = audit;
        addClassName("k-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getRouteParameters().get("product").orElseThrow();
        removeAll();
        if (wanted.equals(CatalogNavigation.NEW)) {
            show(new ProductSheet(new ProductData(null, "", "", "", "", "", "", 100, false, 0), List.of(), List.of()));
        } else {
            show(desk.product(actor, ProductIds.of(wanted)));
        }
    }

    private void show(ProductSheet sheet) {
        var product = sheet.product();
        add(head, Parts.sheet(t("goods.product"), editor(product)), rest);
        drawn(sheet);
    }

    private void drawn(ProductSheet sheet) {
        head.show(sheet.product());
        rest.show(sheet);
    }

    private List<Component> head(ProductData product) {
        var name = product.version() == 0 ? t("goods.add") : Texts.either(product.nameZh(), product.nameEn());
        var head = new Div(new Anchor(CatalogNavigation.GOODS, t("goods.back")), new H1(name));
        head.addClassName("k-head");
        if (product.version() > 0) {
            head.add(Parts.badge(
                    t(product.onSale() ? "goods.isOnSale" : "goods.isOffSale"),
                    product.onSale() ? Parts.Tone.OK : Parts.Tone.PLAIN));
            var shop = new Anchor("/p/" + product.slug(), t("goods.inShop"));
            shop.setRouterIgnore(true);
            head.add(shop);
        }
        return List.of(head);
    }

    private List<Component> rest(ProductSheet sheet) {
        var product = sheet.product();
        return product.id() == null ? List.of() : List.of(skus(sheet), Parts.sheet(t("desk.audit"), acts(product)));
    }

    private void saved(ProductData before, ProductData saved) {
        var id = Objects.requireNonNull(saved.id());
        if (before.version() == 0) UI.getCurrent().navigate(CatalogNavigation.product(id));
        else drawn(desk.product(actor, id));
    }

    private GoodsEditor<ProductData> editor(ProductData product) {
        return new GoodsEditor<>(
                new ProductForm(product, desk.categories(actor)),
                typed -> desk.save(actor, typed),
                typed -> linter.check(new Listing(typed, null, null)),
                saved -> saved(product, saved),
                actor.has(Role.OPERATOR));
    }

    private Section skus(ProductSheet sheet) {
        var id = Objects.requireNonNull(sheet.product().id());
        var table = new Table(
                t("goods.skus"),
                t("goods.code"),
                t("goods.name"),
                t("goods.face"),
                t("goods.offers"),
                t("goods.price"));
        sheet.skus().forEach(sku -> {
            var offers = sheet.offersOf(sku.code());
            var link =
                    new Anchor(CatalogNavigation.sku(id, sku.code()), sku.code().value());
            link.addClassName("k-code");
            table.row(
                    link,
                    Texts.either(sku.nameZh(), sku.nameEn()),
                    Formats.money(sku.face()),
                    t(
                            "goods.offersOnSale",
                            offers.stream().filter(OfferData::onSale).count(),
                            offers.size()),
                    offers.isEmpty() ? "–" : Formats.money(offers.getFirst().price()));
        });
        var content = new Div(sheet.skus().isEmpty() ? Parts.empty(t("goods.noSkus")) : table);
        content.addClassName("k-stack");
        if (actor.has(Role.OPERATOR)) {
            content.add(new Anchor(CatalogNavigation.newSku(id), t("goods.sku.add")));
        }
        return Parts.sheet(t("goods.skus"), content);
    }

    private AuditPanel acts(ProductData product) {
        return new AuditPanel(audit.of(actor, "product", product.slug(), PageRequest.first(LAST_ACTS))
                .rows());
    }

    @Override
    public String getPageTitle() {
        return t("goods.product");
    }
}
