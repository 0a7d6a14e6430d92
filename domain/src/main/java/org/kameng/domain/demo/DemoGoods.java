package org.kameng.domain.demo;

import java.util.List;

/** What the fictional shop sells. Every brand, firm and number is invented. */
final class DemoGoods {
    static final int COMMISSION_BP = 200;
    static final String REFUND_ZH = "未查看卡密可申请退款；卡密一经查看不适用七日无理由退货。卡密无效、已被使用或与描述不符可申请售后与先行赔付。";
    static final String REFUND_EN =
            "An unrevealed code can be refunded; a revealed one cannot be returned without reason. Invalid, used or wrong codes are covered by after-sales help and advance compensation.";

    static final List<Category> CATEGORIES = List.of(
            new Category("game", "游戏点卡", "Game cards", 1),
            new Category("video", "影音会员", "Video and music", 2),
            new Category("software", "软件激活", "Software keys", 3),
            new Category("course", "课程兑换", "Course codes", 4));

    static final List<Seller> SELLERS = List.of(
            new Seller("xingzhou", "杭州星舟数字科技有限公司（演示）", "91330106MA8T1K2C9C", "1900000101", "2088000000000101"),
            new Seller("lanjing", "深圳蓝鲸权益服务有限公司（演示）", "91440300MA9F3P7R7L", "1900000102", "2088000000000102"),
            new Seller("qingyun", "成都青云软件有限公司（演示）", "91510100MA7Q5N4L0U", "1900000103", "2088000000000103"),
            new Seller("zhixing", "上海知行在线教育科技有限公司（演示）", "91310115MA2W6H9D2G", "1900000104", "2088000000000104"),
            new Seller("jike", "武汉极客激活科技有限公司（演示）", "91420100MA6J2M4P6T", "1900000105", "2088000000000105"));

    static final List<Product> PRODUCTS = List.of(
            new Product(
                    "nebula-expedition",
                    "game",
                    "xingzhou",
                    1,
                    "《星云远征》点卡",
                    "Nebula Expedition points",
                    "太空探索网游的官方点卡，充入后可购买道具与月度通行证。虚构商品，仅供演示。",
                    "Official points for a space exploration game. Fictional, for demonstration only.",
                    "登录游戏 → 充值中心 → 卡密充值，输入卡号与密码。",
                    "Log in to the game, open Top-up, choose Card, enter number and password.",
                    List.of(
                            Sku.card("GM-NEB-30", "星云远征 30 元点卡", "Nebula 30", 3000, 2940, "NEB????????????!", 16),
                            Sku.card("GM-NEB-100", "星云远征 100 元点卡", "Nebula 100", 10000, 9750, "NEB????????????!", 16),
                            Sku.card(
                                    "GM-NEB-500", "星云远征 500 元点卡", "Nebula 500", 50000, 48600, "NEB????????????!", 16))),
            new Product(
                    "cat-workshop",
                    "game",
                    "xingzhou",
                    2,
                    "《喵喵工坊》月卡",
                    "Cat Workshop monthly pass",
                    "模拟经营手游月卡，30 天内每日领取奖励。虚构商品，仅供演示。",
                    "Thirty days of daily gifts in a cosy workshop game. Fictional, for demonstration only.",
                    "游戏内 → 设置 → 兑换码，输入整串兑换码。",
                    "In the game open Settings, Redeem code, and enter the whole code.",
                    List.of(Sku.code(
                            "GM-CAT-MONTH", "喵喵工坊 月卡", "Cat Workshop month", 3000, 2880, "CAT-????-????-???!", 0, 0))),
            new Product(
                    "qinghe-video",
                    "video",
                    "lanjing",
                    3,
                    "青禾视频月卡兑换码",
                    "Qinghe Video month code",
                    "青禾视频会员一个月，手机、平板、电视通用。虚构商品，仅供演示。",
                    "One month of Qinghe Video on phone, tablet and television. Fictional, for demonstration only.",
                    "打开青禾视频 → 我的 → 会员兑换，输入 16 位兑换码。",
                    "Open Qinghe Video, Me, Redeem, and enter the 16 characters.",
                    List.of(Sku.code(
                            "VD-QH-M-CODE", "青禾视频 月卡", "Qinghe Video month", 2500, 2050, "QH?????????????!", 180, 0))),
            new Product(
                    "lanzao-music",
                    "video",
                    "lanjing",
                    4,
                    "蓝藻音乐月卡",
                    "Lanzao Music month",
                    "无损音质与离线下载一个月。虚构商品，仅供演示。",
                    "A month of lossless sound and downloads. Fictional, for demonstration only.",
                    "蓝藻音乐 → 个人中心 → 兑换会员，输入 12 位卡密。",
                    "Open Lanzao Music, Profile, Redeem, and enter the 12 characters.",
                    List.of(Sku.code("MU-LZ-M", "蓝藻音乐 月卡", "Lanzao Music month", 1500, 1250, "LZ?????????!", 180, 0))),
            new Product(
                    "qingyun-office",
                    "software",
                    "qingyun",
                    5,
                    "青云办公",
                    "Qingyun Office",
                    "文档、表格、演示三件套，一年授权。虚构商品，仅供演示。",
                    "Documents, sheets and slides, licensed for a year. Fictional, for demonstration only.",
                    "安装青云办公 → 帮助 → 激活，输入 25 位密钥并联网激活。",
                    "Install Qingyun Office, open Help, Activate, enter the 25 characters while online.",
                    List.of(
                            Sku.code(
                                    "SW-QY-OFF1",
                                    "青云办公 1 年 1 机",
                                    "Qingyun Office, 1 year, 1 device",
                                    29900,
                                    23900,
                                    "?????-?????-?????-?????-????!",
                                    0,
                                    0),
                            Sku.code(
                                    "SW-QY-OFF5",
                                    "青云办公 1 年 5 机",
                                    "Qingyun Office, 1 year, 5 devices",
                                    89900,
                                    71900,
                                    "?????-?????-?????-?????-????!",
                                    0,
                                    0),
                            Sku.code(
                                    "SW-QY-PDF",
                                    "青云 PDF 终身版",
                                    "Qingyun PDF, lifetime",
                                    16800,
                                    12900,
                                    "????????????????????????!",
                                    0,
                                    0))),
            new Product(
                    "geek-guard",
                    "software",
                    "jike",
                    6,
                    "极客卫士",
                    "Geek Guard",
                    "个人电脑安全防护一年。虚构商品，仅供演示。",
                    "A year of protection for one computer. Fictional, for demonstration only.",
                    "打开极客卫士 → 账户 → 输入激活码（20 位）。",
                    "Open Geek Guard, Account, and enter the 20 characters.",
                    List.of(Sku.code(
                            "SW-JK-AV", "极客卫士 1 年", "Geek Guard, 1 year", 9900, 6900, "JK?????????????????!", 365, 0))),
            new Product(
                    "zhixing-courses",
                    "course",
                    "zhixing",
                    7,
                    "知行在线课程",
                    "Zhixing online courses",
                    "Python 入门、英语听说、CPA 单科录播课，含答疑。虚构商品，仅供演示。",
                    "Recorded courses with questions answered. Fictional, for demonstration only.",
                    "知行在线 → 我的课程 → 兑换课程，输入兑换码与 4 位 PIN。",
                    "Open Zhixing, My courses, Redeem, and enter code and 4-digit PIN.",
                    List.of(
                            Sku.code(
                                    "ED-ZX-PY",
                                    "Python 入门",
                                    "Python for beginners",
                                    19900,
                                    15900,
                                    "ZX???????!",
                                    365,
                                    4),
                            Sku.code("ED-ZX-EN", "英语听说", "Spoken English", 39900, 31900, "ZX???????!", 365, 4),
                            Sku.code("ED-ZX-CPA", "CPA 单科", "CPA, one subject", 98000, 78400, "ZX???????!", 365, 4))));

    private DemoGoods() {}

    /** A shelf. */
    record Category(String code, String zh, String en, int position) {}

    /** A fictional firm. */
    record Seller(String id, String name, String uscc, String subMchid, String smid) {}

    /** A page of the shop. */
    record Product(
            String slug,
            String category,
            String seller,
            int position,
            String zh,
            String en,
            String aboutZh,
            String aboutEn,
            String guideZh,
            String guideEn,
            List<Sku> skus) {}

    /** A sellable unit and the form of its codes. */
    record Sku(
            String code,
            String zh,
            String en,
            long faceFen,
            long priceFen,
            String pattern,
            int passwordDigits,
            int pinDigits,
            int validDays) {
        static Sku card(String code, String zh, String en, long face, long price, String pattern, int password) {
            return new Sku(code, zh, en, face, price, pattern, password, 0, 0);
        }

        static Sku code(
                String code, String zh, String en, long face, long price, String pattern, int validDays, int pin) {
            return new Sku(code, zh, en, face, price, pattern, 0, pin, validDays);
        }

        String limitZh() {
            return validDays == 0 ? "每个卡密限激活一次，长期有效" : "每个卡密限激活一次，请在有效期内使用";
        }

        String limitEn() {
            return validDays == 0
                    ? "One activation per code, no expiry"
                    : "One activation per code, before its expiry date";
        }
    }
}
