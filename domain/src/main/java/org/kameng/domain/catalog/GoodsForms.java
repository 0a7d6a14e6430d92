package org.kameng.domain.catalog;

import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.Money;

/** The form of what people type, on sale or not; what it says is the linter's matter. */
final class GoodsForms {
    private static final int NAME = 80;
    private static final int TEXT = 2000;
    private static final long MOST_FEN = 10_000_000;

    private GoodsForms() {}

    static void check(CategoryData category) {
        require(category.code().matches("[a-z][a-z0-9-]{1,29}"), "code");
        name(category.nameZh(), "nameZh");
        name(category.nameEn(), "nameEn");
    }

    static void check(ProductData product) {
        require(product.slug().matches("[a-z0-9-]{2,60}"), "slug");
        name(product.nameZh(), "nameZh");
        name(product.nameEn(), "nameEn");
        text(product.aboutZh(), "aboutZh");
        text(product.aboutEn(), "aboutEn");
    }

    static void check(SkuData sku) {
        require(sku.code().value().matches("[A-Z0-9-]{2,30}"), "sku");
        name(sku.nameZh(), "nameZh");
        name(sku.nameEn(), "nameEn");
        money(sku.face(), "face");
        require(sku.region().length() <= 20, "region");
        text(sku.guideZh(), "guideZh");
        text(sku.guideEn(), "guideEn");
        text(sku.activationLimitZh(), "activationLimitZh");
        text(sku.activationLimitEn(), "activationLimitEn");
        text(sku.refundPolicyZh(), "refundPolicyZh");
        text(sku.refundPolicyEn(), "refundPolicyEn");
        require(sku.promiseDays() >= 0 && sku.promiseDays() <= 3650, "promiseDays");
        require(sku.maxPerOrder() >= 1 && sku.maxPerOrder() <= 100, "maxPerOrder");
    }

    static void check(OfferData offer) {
        money(offer.price(), "price");
        require(offer.commissionBp() >= 0 && offer.commissionBp() <= 3000, "commissionBp");
        require(offer.lowStock() >= 0 && offer.lowStock() <= 1_000_000, "lowStock");
    }

    private static void name(String text, String field) {
        require(!text.isBlank() && text.length() <= NAME, field);
    }

    private static void text(String text, String field) {
        require(text.length() <= TEXT, field);
    }

    private static void money(Money amount, String field) {
        require(amount.isPositive() && amount.fen() <= MOST_FEN, field);
    }

    private static void require(boolean good, String field) {
        if (!good) throw new DomainException(ErrorCode.INVALID_INPUT, field);
    }
}
