package org.kameng.domain.catalog;

import java.time.Instant;
import java.util.Objects;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Goods being written: {@code add} for what is new, {@code change} raises the version of what stands and is locked. */
@Component
class GoodsTable {
    private final JdbcClient jdbc;

    GoodsTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who writes when. */
    record Hand(String by, Instant at) {}

    void add(CategoryData category, Hand hand) {
        bind("""
                insert into category (code, name_zh, name_en, position, changed_at, changed_by)
                values (:code, :zh, :en, :position, :at, :by)""", category, hand).update();
    }

    void change(CategoryData category, Hand hand) {
        bind("""
                update category set name_zh = :zh, name_en = :en, position = :position, version = version + 1, changed_at = :at,
                  changed_by = :by where code = :code""", category, hand).update();
    }

    private StatementSpec bind(String sql, CategoryData category, Hand hand) {
        return signed(sql, hand)
                .param("code", category.code())
                .param("zh", category.nameZh())
                .param("en", category.nameEn())
                .param("position", category.position());
    }

    void add(ProductData product, Hand hand) {
        bind("""
                insert into product (slug, category_code, name_zh, name_en, about_zh, about_en, position, on_sale, created_at,
                  changed_at, changed_by)
                values (:slug, :category, :zh, :en, :aboutZh, :aboutEn, :position, :onSale, :at, :at, :by)""", product, hand).update();
    }

    void change(ProductData product, Hand hand) {
        bind("""
                update product set slug = :slug, category_code = :category, name_zh = :zh, name_en = :en, about_zh = :aboutZh,
                  about_en = :aboutEn, position = :position, on_sale = :onSale, version = version + 1, changed_at = :at,
                  changed_by = :by where id = :id""", product, hand)
                .param("id", Objects.requireNonNull(product.id()).value())
                .update();
    }

    private StatementSpec bind(String sql, ProductData product, Hand hand) {
        return signed(sql, hand)
                .param("slug", product.slug())
                .param("category", product.category())
                .param("zh", product.nameZh())
                .param("en", product.nameEn())
                .param("aboutZh", product.aboutZh())
                .param("aboutEn", product.aboutEn())
                .param("position", product.position())
                .param("onSale", product.onSale());
    }

    void add(SkuData sku, Hand hand) {
        bind("""
                insert into sku (code, product_id, kind, name_zh, name_en, face_fen, region, guide_zh, guide_en, activation_limit_zh,
                  activation_limit_en, refund_policy_zh, refund_policy_en, promise_days, max_per_order, changed_at, changed_by)
                values (:code, :product, :kind, :zh, :en, :face, :region, :guideZh, :guideEn, :limitZh, :limitEn, :refundZh, :refundEn,
                  :promise, :most, :at, :by)""", sku, hand)
                .param("product", sku.product().value())
                .param("kind", sku.kind().name())
                .update();
    }

    void change(SkuData sku, Hand hand) {
        bind("""
                update sku set name_zh = :zh, name_en = :en, face_fen = :face, region = :region, guide_zh = :guideZh,
                  guide_en = :guideEn, activation_limit_zh = :limitZh, activation_limit_en = :limitEn, refund_policy_zh = :refundZh,
                  refund_policy_en = :refundEn, promise_days = :promise, max_per_order = :most, version = version + 1,
                  changed_at = :at, changed_by = :by where code = :code""", sku, hand).update();
    }

    private StatementSpec bind(String sql, SkuData sku, Hand hand) {
        return signed(sql, hand)
                .param("code", sku.code().value())
                .param("zh", sku.nameZh())
                .param("en", sku.nameEn())
                .param("face", sku.face().fen())
                .param("region", sku.region())
                .param("guideZh", sku.guideZh())
                .param("guideEn", sku.guideEn())
                .param("limitZh", sku.activationLimitZh())
                .param("limitEn", sku.activationLimitEn())
                .param("refundZh", sku.refundPolicyZh())
                .param("refundEn", sku.refundPolicyEn())
                .param("promise", sku.promiseDays())
                .param("most", sku.maxPerOrder());
    }

    void add(OfferData offer, Hand hand) {
        bind("""
                insert into offer (sku_code, seller_id, price_fen, price_version, commission_bp, on_sale, low_stock, changed_at, changed_by)
                values (:sku, :seller, :price, 1, :commission, :onSale, :low, :at, :by)""", offer, hand).update();
        price(offer, 1, hand);
    }

    void change(OfferData before, OfferData offer, Hand hand) {
        var next = before.price().equals(offer.price()) ? before.priceVersion() : before.priceVersion() + 1;
        bind("""
                update offer set price_fen = :price, price_version = :priceVersion, commission_bp = :commission, on_sale = :onSale,
                  low_stock = :low, version = version + 1, changed_at = :at, changed_by = :by
                where sku_code = :sku and seller_id = :seller""", offer, hand).param("priceVersion", next).update();
        if (next == before.priceVersion()) return;
        keepFirst(before);
        price(offer, next, hand);
    }

    private StatementSpec bind(String sql, OfferData offer, Hand hand) {
        return signed(sql, hand)
                .param("sku", offer.sku().value())
                .param("seller", offer.seller().value())
                .param("price", offer.price().fen())
                .param("commission", offer.commissionBp())
                .param("onSale", offer.onSale())
                .param("low", offer.lowStock());
    }

    /** Offers that came with the data have no history; their price is kept when it first changes. */
    private void keepFirst(OfferData before) {
        jdbc.sql("""
                insert into offer_price (offer_id, version, price_fen)
                select id, :version, :price from offer where sku_code = :sku and seller_id = :seller on conflict do nothing""")
                .param("version", before.priceVersion())
                .param("price", before.price().fen())
                .param("sku", before.sku().value())
                .param("seller", before.seller().value())
                .update();
    }

    private void price(OfferData offer, long version, Hand hand) {
        signed("""
                insert into offer_price (offer_id, version, price_fen, set_at, set_by)
                select id, :version, :price, :at, :by from offer where sku_code = :sku and seller_id = :seller""", hand)
                .param("version", version)
                .param("price", offer.price().fen())
                .param("sku", offer.sku().value())
                .param("seller", offer.seller().value())
                .update();
    }

    private StatementSpec signed(String sql, Hand hand) {
        return jdbc.sql(sql).param("at", SqlTime.of(hand.at())).param("by", hand.by());
    }
}
