package org.kameng.domain.demo;

import java.util.List;
import org.kameng.domain.supplier.Protocol;

/** From whom the fictional sellers buy, and what they top up directly. Every firm and product is invented. */
final class DemoSources {
    static final List<Supplier> SUPPLIERS = List.of(
            new Supplier("xingzhou", "星舟数字", Protocol.KSP),
            new Supplier("qingyun", "青云软件", Protocol.KSP),
            new Supplier("yunduan", "云端影业", Protocol.KSP),
            new Supplier("lanjing", "蓝鲸权益", Protocol.FULU),
            new Supplier("zhixing", "知行教育", Protocol.GOOFISH));

    private static final Field UID = new Field("uid", "角色 ID", "Player id", "[0-9]{9,11}", List.of());
    private static final Field SERVER = new Field("server", "区服", "Server", "", List.of("一区", "二区", "三区", "海外服"));
    private static final Field PHONE = new Field("phone", "充值手机号", "Phone to top up", "1[0-9]{10}", List.of());

    static final List<TopUp> TOP_UPS = List.of(
            new TopUp(
                    new DemoGoods.Product(
                            "shanhai-scroll",
                            "game",
                            "xingzhou",
                            20,
                            "《山海绘卷》灵石",
                            "Shanhai Scroll spirit stones",
                            "直充到游戏角色，无需卡密。虚构商品，仅供演示。",
                            "Topped up to your character directly, without a code. Fictional, for demonstration only.",
                            "登录游戏，在个人信息页查看角色 ID 与区服，下单时填写即可。",
                            "Find player id and server on the profile page of the game and enter them when ordering.",
                            List.of(
                                    DemoGoods.Sku.code(
                                            "GM-STR-60", "山海绘卷 灵石 60", "Shanhai 60 stones", 600, 590, "", 0, 0),
                                    DemoGoods.Sku.code(
                                            "GM-STR-300", "山海绘卷 灵石 300", "Shanhai 300 stones", 3000, 2940, "", 0, 0))),
                    List.of(UID, SERVER)),
            new TopUp(
                    new DemoGoods.Product(
                            "qinghe-direct",
                            "video",
                            "lanjing",
                            21,
                            "青禾视频会员直充",
                            "Qinghe Video top-up",
                            "会员直充到手机号，立即生效。虚构商品，仅供演示。",
                            "Membership for your phone number, valid at once. Fictional, for demonstration only.",
                            "填写已注册青禾视频的手机号，到账后打开应用即可使用。",
                            "Enter the phone number of your Qinghe Video account; open the application afterwards.",
                            List.of(DemoGoods.Sku.code(
                                    "VD-QH-M", "青禾视频会员 月", "Qinghe Video, one month", 2500, 1980, "", 0, 0))),
                    List.of(PHONE)));

    /** Sold without stock of the seller's own: every card is bought from the supplier when it was paid for. */
    static final List<DemoGoods.Product> TO_ORDER = List.of(
            new DemoGoods.Product(
                    "nebula-expansion",
                    "game",
                    "xingzhou",
                    22,
                    "《星云远征》资料片激活码",
                    "Nebula Expedition expansion key",
                    "资料片“深空回响”激活码，付款后由供应商即时供码。虚构商品，仅供演示。",
                    "Key for the expansion, supplied the moment it is paid for. Fictional, for demonstration only.",
                    "登录游戏 → 兑换中心 → 资料片，输入 17 位激活码。",
                    "Log in to the game, open Redeem, Expansions, and enter the 17 characters.",
                    List.of(DemoGoods.Sku.code(
                            "GM-NEB-DLC", "星云远征 资料片", "Nebula expansion", 12800, 11800, "NEBX????????????!", 0, 0))),
            new DemoGoods.Product(
                    "cloud-cinema",
                    "video",
                    "lanjing",
                    23,
                    "云端影院观影券",
                    "Cloud Cinema ticket",
                    "云端影院线上观影一次，付款后由供应商即时供码。虚构商品，仅供演示。",
                    "One film at Cloud Cinema online, supplied the moment it is paid for. Fictional, for demonstration only.",
                    "打开云端影院 → 我的 → 观影券，输入 13 位券码。",
                    "Open Cloud Cinema, Me, Tickets, and enter the 13 characters.",
                    List.of(DemoGoods.Sku.code(
                            "TK-YD-1", "云端影院 观影券", "Cloud Cinema ticket", 4500, 3980, "YD??????????!", 180, 0))));

    static final List<Source> SOURCES = List.of(
            new Source("GM-NEB-30", "xingzhou", "xingzhou", 1, 2850),
            new Source("GM-NEB-100", "xingzhou", "xingzhou", 1, 9500),
            new Source("GM-NEB-500", "xingzhou", "xingzhou", 1, 47500),
            new Source("GM-CAT-MONTH", "xingzhou", "xingzhou", 1, 2760),
            new Source("GM-NEB-DLC", "xingzhou", "xingzhou", 1, 10800),
            new Source("TK-YD-1", "lanjing", "yunduan", 1, 3500),
            new Source("GM-STR-60", "xingzhou", "xingzhou", 1, 570),
            new Source("GM-STR-300", "xingzhou", "xingzhou", 1, 2850),
            new Source("VD-QH-M-CODE", "lanjing", "yunduan", 1, 1850),
            new Source("VD-QH-M-CODE", "lanjing", "lanjing", 2, 1820),
            new Source("MU-LZ-M", "lanjing", "lanjing", 1, 1100),
            new Source("VD-QH-M", "lanjing", "lanjing", 1, 1750),
            new Source("VD-QH-M", "lanjing", "yunduan", 2, 1780),
            new Source("SW-QY-OFF1", "qingyun", "qingyun", 1, 20000),
            new Source("SW-QY-OFF5", "qingyun", "qingyun", 1, 61000),
            new Source("SW-QY-PDF", "qingyun", "qingyun", 1, 10500),
            new Source("ED-ZX-PY", "zhixing", "zhixing", 1, 13000),
            new Source("ED-ZX-EN", "zhixing", "zhixing", 1, 27000),
            new Source("ED-ZX-CPA", "zhixing", "zhixing", 1, 69000));

    private DemoSources() {}

    /** An upstream firm, named as the tracker names it. */
    record Supplier(String id, String name, Protocol protocol) {}

    /** What a buyer is asked for. */
    record Field(String name, String zh, String en, String pattern, List<String> options) {}

    /** A product without cards. */
    record TopUp(DemoGoods.Product product, List<Field> fields) {}

    /** A seller's contract: the same SKU name at both. */
    record Source(String sku, String seller, String supplier, int preference, long costFen) {}
}
