package org.kameng.ui.catalog;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Optional;
import org.kameng.domain.catalog.ListingField;
import org.kameng.domain.catalog.OfferData;

/** One seller's offer of a SKU: price, commission, and below which stock to be told. */
class OfferForm extends GoodsForm<OfferData> {
    private static final long serialVersionUID = 1L;

    private final BigDecimalField price = yuan("goods.price", ListingField.PRICE, OfferData::price);
    private final IntegerField commission = number("goods.commission", null, 0, 3000, OfferData::commissionBp);
    private final IntegerField low = number("goods.lowStock", null, 0, 1_000_000, OfferData::lowStock);
    private final Checkbox onSale = add(new Checkbox(t("goods.onSale")), null, "goods.onSale", OfferData::onSale);

    OfferForm(OfferData base) {
        super(base);
        commission.setHelperText(t("goods.commission.help"));
        low.setHelperText(t("goods.lowStock.help"));
    }

    @Override
    Optional<OfferData> typed() {
        var amount = amount(price);
        var share = commission.getValue();
        var least = low.getValue();
        return amount.isEmpty() || share == null || least == null
                ? Optional.empty()
                : Optional.of(new OfferData(
                        base().sku(),
                        base().seller(),
                        amount.get(),
                        base().priceVersion(),
                        share,
                        onSale.getValue(),
                        least,
                        base().version()));
    }
}
