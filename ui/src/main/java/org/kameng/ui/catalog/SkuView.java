package org.kameng.ui.catalog;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.Component;
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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.catalog.CatalogDesk;
import org.kameng.domain.catalog.Listing;
import org.kameng.domain.catalog.ListingLinter;
import org.kameng.domain.catalog.OfferData;
import org.kameng.domain.catalog.ProductData;
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
import org.kameng.ui.shared.LivePart;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Texts;

/** One SKU with its offers. What was saved is drawn anew at once, what is typed elsewhere on the page stays. */
@Route(value = CatalogNavigation.SKU, layout = DeskLayout.class)
@RolesAllowed({Roles.OPERATOR, Roles.AUDITOR})
class SkuView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int LAST_ACTS = 20;

    private final transient CatalogDesk desk;
    private final transient ListingLinter linter;
    private final transient AuditQuery audit;
    private final transient Actor actor = CurrentActor.get();
    private final LivePart<SkuData> head = new LivePart<>(this::head);
    private final LivePart<SkuData> acts = new LivePart<>(this::acts);
    private final Div offers = new Div();
    private final Div further = new Div();
    private transient @Nullable Listed listed;

    /** What is stored by now: the offers are judged against it. */
    private record Listed(ProductData product, SkuData sku) {}

    SkuView(CatalogDesk desk, ListingLinter linter, AuditQuery audit) {
        this.desk = desk;
        this.linter = linter;
        this.audit = audit;
        addClassName("k-page");
        offers.addClassName("k-part");
        further.addClassName("k-part");
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
        var id = Objects.requireNonNull(sheet.product().id());
        return new SkuData(new SkuId(""), id, SkuKind.CARD, "", "", Money.ZERO, "CN", "", "", "", "", "", "", 7, 20, 0);
    }

    private static SkuData found(ProductSheet sheet, String code) {
        return sheet.skus().stream()
                .filter(sku -> sku.code().value().equals(code))
                .findFirst()
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
    }

    private void show(ProductSheet sheet, SkuData found) {
        var product = sheet.product();
        listed = new Listed(product, found);
        add(head, Parts.sheet(t("goods.sku"), editor(found)), offers, further, acts);
        head.show(found);
        acts.show(found);
        offers.removeAll();
        further.removeAll();
        if (found.version() > 0) {
            sheet.offersOf(found.code()).forEach(offer -> offers.add(offer(offer)));
            offerMore(sheet);
        }
    }

    private Listed listed() {
        return Objects.requireNonNull(listed);
    }

    private List<Component> head(SkuData sku) {
        var product = listed().product();
        var name = sku.version() == 0 ? t("goods.sku.add") : Texts.either(sku.nameZh(), sku.nameEn());
        var back =
                new Anchor(CatalogNavigation.product(sku.product()), Texts.either(product.nameZh(), product.nameEn()));
        var head = new Div(back, new H1(name));
        head.addClassName("k-head");
        return List.of(head);
    }

    private List<Component> acts(SkuData sku) {
        if (sku.version() == 0) return List.of();
        var rows = audit.of(actor, "sku", sku.code().value(), PageRequest.first(LAST_ACTS))
                .rows();
        return List.of(Parts.sheet(t("desk.audit"), new AuditPanel(rows)));
    }

    private GoodsEditor<SkuData> editor(SkuData found) {
        return new GoodsEditor<>(
                new SkuForm(found),
                typed -> desk.save(actor, typed),
                typed -> linter.check(new Listing(listed().product(), typed, null)),
                saved -> saved(found, saved),
                actor.has(Role.OPERATOR));
    }

    private void saved(SkuData before, SkuData saved) {
        if (before.version() == 0) {
            UI.getCurrent().navigate(CatalogNavigation.sku(saved.product(), saved.code()));
            return;
        }
        listed = new Listed(listed().product(), saved);
        head.show(saved);
        acts.show(saved);
    }

    private OfferSheet offer(OfferData offer) {
        return new OfferSheet(
                desk,
                audit,
                actor,
                offer,
                typed -> linter.check(new Listing(listed().product(), listed().sku(), typed)),
                () -> added(offer));
    }

    /** A seller's first offer joins the others; what is typed in those stays. */
    private void added(OfferData draft) {
        var sheet = desk.product(actor, listed().sku().product());
        sheet.offersOf(draft.sku()).stream()
                .filter(offer -> offer.seller().equals(draft.seller()))
                .forEach(offer -> offers.add(offer(offer)));
        offerMore(sheet);
    }

    private void offerMore(ProductSheet sheet) {
        further.removeAll();
        if (actor.has(Role.OPERATOR)) further.add(newOffer(sheet));
    }

    private Section newOffer(ProductSheet sheet) {
        var sku = listed().sku();
        var taken = sheet.offersOf(sku.code()).stream().map(OfferData::seller).toList();
        var choice = new ComboBox<SellerRow>(t("goods.seller"));
        choice.setItems(desk.sellers(actor).stream()
                .filter(row -> !taken.contains(row.id()))
                .toList());
        choice.setItemLabelGenerator(SellerRow::name);
        var place = new Div();
        choice.addValueChangeListener(change -> {
            place.removeAll();
            if (change.getValue() != null)
                place.add(offer(new OfferData(sku.code(), change.getValue().id(), sku.face(), 1, 200, false, 10, 0)));
        });
        var content = new Div(choice, place);
        content.addClassName("k-stack");
        return Parts.sheet(t("goods.offer.add"), content);
    }

    @Override
    public String getPageTitle() {
        return t("goods.sku");
    }
}
