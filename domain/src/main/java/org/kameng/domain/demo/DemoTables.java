package org.kameng.domain.demo;

import java.time.Instant;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the fictional catalogue; rows that are there already only get what a later version added. */
@Component
class DemoTables {
    private final JdbcClient jdbc;

    DemoTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void category(DemoGoods.Category category) {
        jdbc.sql(
                        "insert into category (code, name_zh, name_en, position) values (:code, :zh, :en, :position) on conflict (code) do nothing")
                .param("code", category.code())
                .param("zh", category.zh())
                .param("en", category.en())
                .param("position", category.position())
                .update();
    }

    void seller(DemoGoods.Seller seller, Instant now) {
        jdbc.sql("""
                insert into seller (id, name, uscc, sub_mchid, smid, on_sale, created_at)
                values (:id, :name, :uscc, :sub, :smid, true, :now)
                on conflict (id) do update set smid = excluded.smid where seller.smid is null""")
                .param("id", seller.id())
                .param("name", seller.name())
                .param("uscc", seller.uscc())
                .param("sub", seller.subMchid())
                .param("smid", seller.smid())
                .param("now", SqlTime.of(now))
                .update();
    }

    void product(DemoGoods.Product product, Instant now) {
        jdbc.sql("""
                insert into product (slug, category_code, name_zh, name_en, about_zh, about_en, position, on_sale, created_at)
                values (:slug, :category, :zh, :en, :aboutZh, :aboutEn, :position, true, :now) on conflict (slug) do nothing""")
                .param("slug", product.slug())
                .param("category", product.category())
                .param("zh", product.zh())
                .param("en", product.en())
                .param("aboutZh", product.aboutZh())
                .param("aboutEn", product.aboutEn())
                .param("position", product.position())
                .param("now", SqlTime.of(now))
                .update();
        product.skus().forEach(sku -> sku(product, sku));
    }

    private void sku(DemoGoods.Product product, DemoGoods.Sku sku) {
        jdbc.sql("""
                insert into sku (code, product_id, kind, name_zh, name_en, face_fen, region, guide_zh, guide_en, activation_limit_zh,
                  activation_limit_en, refund_policy_zh, refund_policy_en, max_per_order)
                select :code, id, 'CARD', :zh, :en, :face, 'CN', :guideZh, :guideEn, :limitZh, :limitEn, :refundZh, :refundEn, 20
                from product where slug = :slug on conflict (code) do nothing""")
                .param("code", sku.code())
                .param("zh", sku.zh())
                .param("en", sku.en())
                .param("face", sku.faceFen())
                .param("guideZh", product.guideZh())
                .param("guideEn", product.guideEn())
                .param("limitZh", sku.limitZh())
                .param("limitEn", sku.limitEn())
                .param("refundZh", DemoGoods.REFUND_ZH)
                .param("refundEn", DemoGoods.REFUND_EN)
                .param("slug", product.slug())
                .update();
        jdbc.sql("""
                insert into offer (sku_code, seller_id, price_fen, price_version, commission_bp, on_sale)
                values (:code, :seller, :price, 1, :commission, true) on conflict (sku_code, seller_id) do nothing""")
                .param("code", sku.code())
                .param("seller", product.seller())
                .param("price", sku.priceFen())
                .param("commission", DemoGoods.COMMISSION_BP)
                .update();
    }

    boolean hasCards(SkuId sku, SellerId seller) {
        return jdbc.sql("""
                select exists (select 1 from card_batch b join offer o on o.id = b.offer_id
                  where o.sku_code = :sku and o.seller_id = :seller)""")
                .param("sku", sku.value())
                .param("seller", seller.value())
                .query(Boolean.class)
                .single();
    }
}
