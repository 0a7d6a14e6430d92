package org.kameng.domain.catalog;

import java.util.concurrent.atomic.AtomicInteger;
import org.kameng.domain.ShopFixture;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.SqlTime;

/** Goods that keep the listing standard, for tests that break one thing at a time. */
final class CatalogTestData {
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private CatalogTestData() {}

    static ProductData product() {
        return new ProductData(
                null,
                "nebula-" + NEXT.getAndIncrement(),
                "lint",
                "《星云远征》点卡",
                "Nebula Expedition points",
                "太空探索网游的官方点卡，充入后可购买道具。",
                "Points for a space exploration game.",
                1,
                false,
                0);
    }

    static SkuData sku(ProductId product) {
        return new SkuData(
                new SkuId("LINT-" + NEXT.getAndIncrement()),
                product,
                SkuKind.CARD,
                "星云远征 30 元点卡",
                "Nebula 30",
                Money.ofFen(3000),
                "CN",
                "登录游戏，第一步进入充值中心，输入卡号与密码。",
                "Log in, open Top-up, enter number and password.",
                "每个卡密限激活一次",
                "One activation per code",
                "未查看卡密可申请退款；卡密无效包赔。",
                "Unrevealed codes can be refunded; dead codes are made good.",
                7,
                20,
                0);
    }

    static OfferData offer(SkuId sku, SellerId seller) {
        return new OfferData(sku, seller, Money.ofFen(2940), 1, 200, false, 10, 0);
    }

    /** A seller of its own and the shelf the goods above stand on. */
    static SellerId seller(ShopFixture shop) {
        var n = NEXT.getAndIncrement();
        shop.context()
                .sql()
                .sql("insert into category values ('lint', '标准', 'Standard', 8) on conflict do nothing")
                .update();
        shop.context()
                .sql()
                .sql("insert into seller values (:id, :name, :uscc, :sub, true, :now)")
                .param("id", "lint-" + n)
                .param("name", "标准商户 " + n)
                .param("uscc", "92%016d".formatted(n))
                .param("sub", "17%08d".formatted(n))
                .param("now", SqlTime.of(shop.context().clock().instant()))
                .update();
        return new SellerId("lint-" + n);
    }
}
