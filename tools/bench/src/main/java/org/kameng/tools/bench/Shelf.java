package org.kameng.tools.bench;

import java.util.List;
import java.util.Locale;
import org.kameng.domain.catalog.SkuId;

/** SKUs of a load's own, each alone on its product, at the seller of the desk. */
final class Shelf {
    private Shelf() {}

    /** Puts so many SKUs on sale and so many cards into the stock of each. */
    static List<SkuId> put(Desk desk, String mark, int skus, int cardsEach) {
        var codes = desk.database()
                .sql("""
                        with goods as (
                          insert into product (slug, category_code, name_zh, name_en, about_zh, about_en, position, on_sale, created_at)
                          select :mark || '-' || n, (select min(code) from category), '压测点卡 ' || n, 'Load card ' || n, '压测', 'load',
                            9000 + n, true, clock_timestamp() from generate_series(1, :skus) n returning id, slug),
                        units as (
                          insert into sku (code, product_id, kind, name_zh, name_en, face_fen, region, guide_zh, guide_en,
                            activation_limit_zh, activation_limit_en, refund_policy_zh, refund_policy_en, max_per_order)
                          select upper(slug), id, 'CARD', slug, slug, 3000, 'CN', 'g', 'g', 'l', 'l', 'r', 'r', 20 from goods returning code)
                        insert into offer (sku_code, seller_id, price_fen, price_version, commission_bp, on_sale, low_stock)
                        select code, :seller, 2940, 1, 200, true, 3 from units returning sku_code""")
                .param("mark", mark)
                .param("skus", skus)
                .param("seller", desk.seller().value())
                .query(String.class)
                .list();
        var shelf = codes.stream().sorted().map(SkuId::new).toList();
        for (var n = 0; n < shelf.size(); n++)
            desk.stock(shelf.get(n), cardsEach, String.format(Locale.ROOT, "%s%03d", mark.toUpperCase(Locale.ROOT), n));
        return shelf;
    }
}
