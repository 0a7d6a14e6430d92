package org.kameng.tools.simulators.supplier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The fictional suppliers of the demonstration and what they sell; prices are what they take from us. */
public final class Catalogue {
    private static final int PLENTY = 100_000;
    private static final int UNLIMITED = -1;
    private static final AccountField PHONE = new AccountField("phone", "手机号", "1\\d{10}", "1709");
    private static final AccountField ACCOUNT = new AccountField("account", "手机号", "1\\d{10}", "1709");
    private static final AccountField EMAIL =
            new AccountField("email", "邮箱", "[\\w.+-]{1,64}@[\\w-]+(\\.[\\w-]+)+", "");
    private static final List<AccountField> ROLE = List.of(
            new AccountField("uid", "角色 ID", "\\d{9,11}", ""), new AccountField("server", "区服", "一区|二区|三区|海外服", "海外服"));
    private static final int SLOW_SECONDS = 5;
    private static final int SILENT_PERCENT = 30;

    private final List<Product> products = new ArrayList<>();

    private Catalogue() {}

    /** 杭州星舟: game cards and top-ups, KSP/1. */
    public static Profile xingzhou() {
        var shelf = new Catalogue()
                .card("GM-NEB-30", "《星云远征》点卡 30", 3000, 2850, "NEB????????????!", 16, 0, 0)
                .card("GM-NEB-100", "《星云远征》点卡 100", 10000, 9500, "NEB????????????!", 16, 0, 0)
                .card("GM-NEB-500", "《星云远征》点卡 500", 50000, 47500, "NEB????????????!", 16, 0, 0)
                .card("GM-CAT-MONTH", "《喵喵工坊》月卡", 3000, 2760, "CAT-????-????-???!", 0, 0, 0)
                .direct("GM-STR-60", "《山海绘卷》灵石 60", 600, 570, ROLE)
                .direct("GM-STR-300", "《山海绘卷》灵石 300", 3000, 2850, ROLE)
                .card("GM-NEB-DLC", "《星云远征》资料片激活码", 12800, 10800, "NEBX????????????!", 0, 0, 0);
        return new Profile("xingzhou", "杭州星舟数字科技有限公司（演示）", shelf.products, SupplierKnobs.CALM);
    }

    /** 成都青云: its own software, KSP/1. */
    public static Profile qingyun() {
        var office = "?????-?????-?????-?????-????!";
        var shelf = new Catalogue()
                .card("SW-QY-OFF1", "青云办公 1 年 1 机", 29900, 20000, office, 0, 0, 0)
                .card("SW-QY-OFF5", "青云办公 1 年 5 机", 89900, 61000, office, 0, 0, 0)
                .card("SW-QY-PDF", "青云 PDF 终身版", 16800, 10500, "????????????????????????!", 0, 0, 0)
                .direct("CL-XY-100G", "星云盘 100G 年", 9800, 6600, List.of(EMAIL));
        return new Profile("qingyun", "成都青云软件有限公司（演示）", shelf.products, SupplierKnobs.CALM);
    }

    /** 北京云端: video, KSP/1; often does what it is asked and says nothing. */
    public static Profile yunduan() {
        var shelf = new Catalogue()
                .card("VD-QH-M-CODE", "青禾视频月卡兑换码", 2500, 1850, "QH?????????????!", 0, 0, 180)
                .direct("VD-QH-M", "青禾视频会员 月", 2500, 1780, List.of(PHONE))
                .direct("VD-QH-Q", "青禾视频会员 季", 6800, 5080, List.of(PHONE))
                .card("MU-LZ-M", "蓝藻音乐月卡", 1500, 1130, "LZ?????????!", 0, 0, 180)
                .card("TK-YD-1", "云端影院观影券", 4500, 3500, "YD??????????!", 0, 0, 180);
        return new Profile(
                "yunduan",
                "北京云端影业票务有限公司（演示）",
                shelf.products,
                SupplierKnobs.CALM.withTimeoutAfterSuccess(SILENT_PERCENT));
    }

    /** 深圳蓝鲸: video and music in the style of 福禄; takes its time. */
    public static Profile lanjing() {
        var shelf = new Catalogue()
                .direct("VD-QH-M", "青禾视频会员 月", 2500, 1750, List.of(PHONE))
                .direct("VD-QH-Q", "青禾视频会员 季", 6800, 5000, List.of(PHONE))
                .direct("VD-QH-Y", "青禾视频会员 年", 24800, 18200, List.of(PHONE))
                .card("VD-QH-M-CODE", "青禾视频月卡兑换码", 2500, 1820, "QH?????????????!", 0, 0, 180)
                .card("MU-LZ-M", "蓝藻音乐月卡", 1500, 1100, "LZ?????????!", 0, 0, 180);
        return new Profile(
                "lanjing", "深圳蓝鲸权益服务有限公司（演示）", shelf.products, SupplierKnobs.CALM.withProcessingSeconds(SLOW_SECONDS));
    }

    /** 上海知行: course codes in the style of 闲管家; pushes prices. */
    public static Profile zhixing() {
        var shelf = new Catalogue()
                .card("ED-ZX-PY", "Python 入门", 19900, 13000, "ZX???????!", 0, 4, 365)
                .card("ED-ZX-EN", "英语听说", 39900, 27000, "ZX???????!", 0, 4, 365)
                .card("ED-ZX-CPA", "CPA 单科", 98000, 69000, "ZX???????!", 0, 4, 365)
                .direct("ED-ZX-VIP", "知行会员 月", 3000, 2400, List.of(ACCOUNT));
        return new Profile("zhixing", "上海知行在线教育科技有限公司（演示）", shelf.products, SupplierKnobs.CALM);
    }

    private Catalogue card(
            String sku, String name, long face, long cost, String pattern, int password, int pin, int expiryDays) {
        return add(sku, name, face, cost, PLENTY, pattern, password, pin, expiryDays, List.of());
    }

    private Catalogue direct(String sku, String name, long face, long cost, List<AccountField> account) {
        return add(sku, name, face, cost, UNLIMITED, "", 0, 0, 0, account);
    }

    private Catalogue add(
            String sku,
            String name,
            long face,
            long cost,
            int stock,
            String pattern,
            int password,
            int pin,
            int expiryDays,
            List<AccountField> account) {
        products.add(new Product(
                sku,
                name,
                face,
                cost,
                stock,
                true,
                pattern,
                password,
                pin,
                expiryDays,
                account,
                products.size() + 1L,
                Instant.EPOCH));
        return this;
    }
}
