package org.kameng.ui.doubles;

import java.util.List;
import java.util.Optional;
import org.kameng.domain.catalog.Catalog;
import org.kameng.domain.catalog.CategoryRow;
import org.kameng.domain.catalog.OfferRow;
import org.kameng.domain.catalog.ProductCard;
import org.kameng.domain.catalog.ProductId;
import org.kameng.domain.catalog.ProductPage;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SellerRow;
import org.kameng.domain.catalog.ShopFilter;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.catalog.SkuKind;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;

/** A shop with two products. */
public class Goods {
    public static final SellerId SELLER = new SellerId("xingzhou");
    public static final SkuId SKU = new SkuId("GM-NEB-30");

    public static Catalog catalog() {
        return Partial.of(Catalog.class, new Goods());
    }

    public static OfferRow offerRow(String sku, String zh, String en, long face, long price, int stock) {
        return new OfferRow(
                new SkuId(sku),
                SkuKind.CARD,
                SELLER,
                "星舟数字科技（演示）",
                zh,
                en,
                Money.ofFen(face),
                Money.ofFen(price),
                stock,
                "未查看卡密前可协商退款；查看后不支持无理由退货，卡密无效包赔。",
                "Unrevealed codes may be refunded on request; a dead code is always made good.",
                "1. 打开游戏，进入“充值中心”\n2. 选择“点卡充值”，输入卡号和密码\n3. 确认到账",
                "1. Open the game and go to Top up\n2. Choose Card, enter number and password\n3. Check your balance",
                "CN",
                "每个账号每天最多激活 5 张",
                "At most 5 cards per account and day",
                7,
                5,
                "nebula-points");
    }

    public Slice<ProductCard> shopFront(ShopFilter filter, PageRequest page) {
        return new Slice<>(
                List.of(
                        new ProductCard(
                                "nebula-points",
                                "星云点卡",
                                "Nebula points card",
                                "game",
                                "星舟数字科技（演示）",
                                Money.ofFen(2940),
                                Money.ofFen(3000),
                                2,
                                37),
                        new ProductCard(
                                "polar-music",
                                "极光音乐会员 · 月卡",
                                "Polar music membership, one month",
                                "member",
                                "云帆文娱（演示）",
                                Money.ofFen(1480),
                                Money.ofFen(1500),
                                1,
                                0),
                        new ProductCard(
                                "open-course",
                                "开放课堂 · Java 入门课程码",
                                "Open classroom, Java for beginners",
                                "course",
                                "知行教育（演示）",
                                Money.ofFen(9900),
                                Money.ofFen(12900),
                                1,
                                420)),
                false);
    }

    public Optional<ProductPage> product(String slug) {
        return slug.equals("nebula-points")
                ? Optional.of(new ProductPage(
                        new ProductId(1),
                        slug,
                        "星云点卡",
                        "Nebula points card",
                        "game",
                        "游戏点卡",
                        "Game cards",
                        "《星云纪元》官方点卡，由授权代理商直接供货，支付成功后数秒内进入您的卡包。",
                        "Official points for Nebula Era, supplied by the licensed agent. In your card box seconds after payment.",
                        List.of(
                                offerRow("GM-NEB-30", "星云点卡 30 元", "Nebula points 30", 3000, 2940, 37),
                                offerRow("GM-NEB-100", "星云点卡 100 元", "Nebula points 100", 10000, 9750, 0))))
                : Optional.empty();
    }

    public Optional<OfferRow> offer(SkuId sku, SellerId seller) {
        return sku.equals(SKU) && seller.equals(SELLER)
                ? Optional.of(offerRow("GM-NEB-30", "星云点卡 30 元", "Nebula points 30", 3000, 2940, 37))
                : Optional.empty();
    }

    public Slice<OfferRow> offers(String text, PageRequest page) {
        return new Slice<>(product("nebula-points").orElseThrow().offers(), false);
    }

    public int count(ShopFilter filter) {
        return 3;
    }

    public List<SellerRow> sellers() {
        return List.of(new SellerRow(SELLER, "星舟数字科技（演示）"));
    }

    public List<CategoryRow> categories() {
        return List.of(
                new CategoryRow("game", "游戏点卡", "Game cards", 1),
                new CategoryRow("member", "影音会员", "Memberships", 1),
                new CategoryRow("course", "课程码", "Course codes", 1));
    }
}
