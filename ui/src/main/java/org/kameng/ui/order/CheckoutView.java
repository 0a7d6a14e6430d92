package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.Catalog;
import org.kameng.domain.catalog.OfferRow;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.catalog.SkuKind;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.PlaceOrder;
import org.kameng.domain.order.PlaceResult;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Role;
import org.kameng.ui.shared.Client;
import org.kameng.ui.shared.CurrentActor;
import org.kameng.ui.shared.CustomerLayout;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Parts;
import org.kameng.ui.shared.Parts.Tone;
import org.kameng.ui.shared.Roles;
import org.kameng.ui.shared.Texts;

/** One offer, a quantity, and the words to confirm. A second click finds the order of the first: both carry one request id. */
@Route(value = OrderNavigation.CHECKOUT, layout = CustomerLayout.class)
@RolesAllowed({Roles.CUSTOMER, Roles.GUEST, Roles.DISTRIBUTOR})
class CheckoutView extends Section implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Catalog catalog;
    private final transient OrderService orders;
    private final String requestId = UUID.randomUUID().toString();
    private final ValueSignal<Boolean> confirmed = new ValueSignal<>(false);
    private final ValueSignal<Boolean> sending = new ValueSignal<>(false);
    private final ValueSignal<Boolean> accountGiven = new ValueSignal<>(true);
    private final Div answer = new Div();
    private @Nullable TopUp topUp;

    CheckoutView(Catalog catalog, OrderService orders) {
        this.catalog = catalog;
        this.orders = orders;
        addClassName("k-narrow");
        answer.getElement().setAttribute("role", "alert");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        open(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(OrderNavigation.OFFER)
                .orElse(""));
    }

    void open(String wanted) {
        removeAll();
        find(wanted).ifPresentOrElse(this::show, this::gone);
    }

    private Optional<OfferRow> find(String wanted) {
        int dot = wanted.lastIndexOf('.');
        return dot < 1
                ? Optional.empty()
                : catalog.offer(new SkuId(wanted.substring(0, dot)), new SellerId(wanted.substring(dot + 1)));
    }

    private void gone() {
        add(
                new H1(t("checkout.title")),
                Parts.note(Texts.refusal(ErrorCode.OFFER_NOT_ON_SALE), Tone.BAD),
                ShopLink.back());
    }

    private void show(OfferRow offer) {
        var facts = Parts.facts();
        Parts.fact(facts, t("product.seller"), offer.sellerName());
        Parts.fact(facts, t("checkout.face"), Formats.money(offer.face()));
        Parts.fact(facts, t("product.region"), Texts.code("region", offer.region()));
        Parts.fact(facts, t("product.limits"), Texts.either(offer.activationLimitZh(), offer.activationLimitEn()));
        Parts.fact(facts, t("product.refund"), Texts.either(offer.refundPolicyZh(), offer.refundPolicyEn()));
        var row = new QuantityRow(allowed(offer), offer.stock(), offer.price());
        var sheet = Parts.sheet(Texts.either(offer.nameZh(), offer.nameEn()), facts, row);
        topUp = offer.kind() == SkuKind.DIRECT
                ? new TopUp(
                        catalog.accountFields(offer.sku()),
                        orders.accountConsentText(),
                        () -> accountGiven.set(topUp != null && topUp.complete()))
                : null;
        accountGiven.set(topUp == null);
        add(new H1(t("checkout.title")), sheet);
        if (topUp != null) {
            add(topUp);
        }
        add(promise(offer, row));
    }

    private int allowed(OfferRow offer) {
        return CurrentActor.get().has(Role.DISTRIBUTOR)
                ? catalog.terms(offer.sku(), offer.seller())
                        .map(terms -> terms.most(true))
                        .orElse(offer.maxPerOrder())
                : offer.maxPerOrder();
    }

    private Section promise(OfferRow offer, QuantityRow row) {
        var words = orders.noReturnText();
        var confirm = new Checkbox(Texts.either(words.zh(), words.en()));
        confirm.setId("no-return");
        confirm.addValueChangeListener(change -> confirmed.set(change.getValue()));
        var version = new Paragraph(t("checkout.version", words.version()));
        version.addClassName("k-quiet");
        var place = new Button(t("checkout.place"), click -> place(offer, row, words.version()));
        place.addThemeVariants(ButtonVariant.PRIMARY);
        place.addClassName("k-wide");
        place.setId("place");
        place.bindEnabled(Signal.computed(
                () -> confirmed.get() && row.fits() && accountGiven.get() && !sending.get() && offer.stock() > 0));
        if (offer.stock() == 0) say(t("checkout.soldOut.none"));
        var after = new Paragraph(t("checkout.after"));
        after.addClassName("k-quiet");
        return Parts.sheet(t("checkout.confirm"), confirm, version, answer, place, after);
    }

    private void place(OfferRow offer, QuantityRow row, String version) {
        sending.set(true);
        answer.removeAll();
        try {
            var wish = new PlaceOrder(
                    requestId,
                    offer.sku(),
                    offer.seller(),
                    row.quantity(),
                    row.price(),
                    confirmed.peek(),
                    version,
                    Client.address(),
                    Client.device(),
                    topUp == null ? Map.of() : topUp.values(),
                    topUp == null ? null : topUp.consentVersion());
            switch (orders.place(CurrentActor.get(), wish)) {
                case PlaceResult.Placed placed -> OrderNavigation.go(OrderNavigation.payment(placed.no()));
                case PlaceResult.SoldOut soldOut ->
                    say(soldOut.left() == 0 ? t("checkout.soldOut.none") : t("checkout.soldOut", soldOut.left()));
                case PlaceResult.Refused refused -> {
                    say(Texts.refusal(refused.code(), refused.args().toArray()));
                    // The page keeps what was typed; its total is that of the new price.
                    if (refused.code() == ErrorCode.PRICE_CHANGED)
                        catalog.offer(offer.sku(), offer.seller()).ifPresent(now -> row.show(now.price()));
                }
            }
        } finally {
            sending.set(false);
        }
    }

    private void say(String text) {
        answer.add(Parts.note(text, Tone.BAD));
    }

    @Override
    public String getPageTitle() {
        return t("checkout.title");
    }
}
