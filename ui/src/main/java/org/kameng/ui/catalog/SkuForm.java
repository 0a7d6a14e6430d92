package org.kameng.ui.catalog;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.kameng.domain.catalog.ListingField;
import org.kameng.domain.catalog.SkuData;
import org.kameng.domain.catalog.SkuId;

/** A SKU: what a buyer must be able to read before buying, and what is promised. */
class SkuForm extends GoodsForm<SkuData> {
    private static final long serialVersionUID = 1L;

    private final TextField code =
            text("goods.code", null, 30, data -> data.code().value());
    private final BigDecimalField face = yuan("goods.face", ListingField.FACE, SkuData::face);
    private final TextField nameZh = text("goods.nameZh", ListingField.SKU_NAME_ZH, 80, SkuData::nameZh);
    private final TextField nameEn = text("goods.nameEn", ListingField.SKU_NAME_EN, 80, SkuData::nameEn);
    private final TextField region = text("goods.region", ListingField.REGION, 20, SkuData::region);
    private final IntegerField promise = number("goods.promise", ListingField.PROMISE, 0, 3650, SkuData::promiseDays);
    private final TextArea limitZh = area("goods.limitZh", ListingField.LIMIT_ZH, SkuData::activationLimitZh);
    private final TextArea limitEn = area("goods.limitEn", ListingField.LIMIT_EN, SkuData::activationLimitEn);
    private final TextArea guideZh = area("goods.guideZh", ListingField.GUIDE_ZH, SkuData::guideZh);
    private final TextArea guideEn = area("goods.guideEn", ListingField.GUIDE_EN, SkuData::guideEn);
    private final TextArea refundZh = area("goods.refundZh", ListingField.REFUND_ZH, SkuData::refundPolicyZh);
    private final TextArea refundEn = area("goods.refundEn", ListingField.REFUND_EN, SkuData::refundPolicyEn);
    private final IntegerField most = number("goods.most", null, 1, 100, SkuData::maxPerOrder);

    SkuForm(SkuData base) {
        super(base);
        code.setReadOnly(base.version() > 0);
        code.setHelperText(t("goods.code.help"));
        region.setHelperText(t("goods.region.help"));
        promise.setHelperText(t("goods.promise.help"));
    }

    @Override
    void show(SkuData data) {
        super.show(data);
        code.setReadOnly(data.version() > 0);
    }

    @Override
    Optional<SkuData> typed() {
        var amount = amount(face);
        var days = promise.getValue();
        var units = most.getValue();
        return amount.isEmpty() || days == null || units == null
                ? Optional.empty()
                : Optional.of(new SkuData(
                        new SkuId(code.getValue().strip()),
                        base().product(),
                        base().kind(),
                        nameZh.getValue().strip(),
                        nameEn.getValue().strip(),
                        amount.get(),
                        region.getValue().strip(),
                        guideZh.getValue().strip(),
                        guideEn.getValue().strip(),
                        limitZh.getValue().strip(),
                        limitEn.getValue().strip(),
                        refundZh.getValue().strip(),
                        refundEn.getValue().strip(),
                        days,
                        units,
                        base().version()));
    }
}
