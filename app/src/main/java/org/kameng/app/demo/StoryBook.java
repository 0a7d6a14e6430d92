package org.kameng.app.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kameng.app.demo.StoryOrder.Buyer;
import org.kameng.app.demo.StoryOrder.Payment;
import org.kameng.app.demo.StoryOrder.Trouble;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.payment.Channel;

/** What happens in the fictional shop: five orders that tell a story, and the many around them. */
final class StoryBook {
    private static final int CONSUMERS = 40;
    private static final int DISTRIBUTORS = 12;
    private static final int ONE_IN_LEFT_UNPAID = 13;
    private static final String NONE = "{}";
    private static final Buyer KNOWN = new Buyer(false, 0);

    private static final List<Ware> WARES = List.of(
            new Ware("GM-NEB-30", "xingzhou", Map.of()),
            new Ware("VD-QH-M-CODE", "lanjing", Map.of()),
            new Ware("GM-CAT-MONTH", "xingzhou", Map.of()),
            new Ware("GM-STR-60", "xingzhou", Map.of("uid", "880012345", "server", "一区")),
            new Ware("MU-LZ-M", "lanjing", Map.of()),
            new Ware("SW-JK-AV", "jike", Map.of()),
            new Ware("GM-NEB-100", "xingzhou", Map.of()),
            new Ware("ED-ZX-PY", "zhixing", Map.of()));

    private StoryBook() {}

    private record Ware(String sku, String seller, Map<String, String> account) {}

    static List<StoryOrder> stories() {
        return List.of(
                story("O-1", "paid once, delivered at once", "GM-NEB-30", "xingzhou", 1, null, wechat(NONE)),
                story(
                        "O-2",
                        "five asked, the supplier gives three, two are refunded",
                        "GM-NEB-DLC",
                        "xingzhou",
                        5,
                        new Trouble("xingzhou", "{\"partial\":100}"),
                        alipay()),
                story(
                        "O-3",
                        "the supplier delivers and says nothing; asked again, it is found",
                        "TK-YD-1",
                        "lanjing",
                        1,
                        new Trouble("yunduan", "{\"timeoutAfterSuccess\":100}"),
                        wechat(NONE)),
                story(
                        "O-5",
                        "paid twice through two channels, the second payment is refunded",
                        "MU-LZ-M",
                        "lanjing",
                        1,
                        null,
                        wechat("{\"notifyDelayMs\":4000}"),
                        alipay()),
                story(
                        "O-6",
                        "a notification names the wrong amount: an alarm, and nothing moves until the true one comes",
                        "GM-CAT-MONTH",
                        "xingzhou",
                        1,
                        null,
                        wechat("{\"wrongAmountNotify\":100}")));
    }

    /** Everyday business: one order of each fictional buyer. */
    static List<StoryOrder> everyday() {
        var consumers = IntStream.rangeClosed(1, CONSUMERS).mapToObj(n -> everyday(new Buyer(false, n), 1 + n % 2));
        var distributors = IntStream.rangeClosed(1, DISTRIBUTORS).mapToObj(n -> everyday(new Buyer(true, n), 4 + n));
        return Stream.concat(consumers, distributors).toList();
    }

    private static StoryOrder everyday(Buyer buyer, int quantity) {
        var ware = WARES.get(buyer.number() % WARES.size());
        var payments = buyer.number() % ONE_IN_LEFT_UNPAID == 0
                ? List.<Payment>of()
                : List.of(buyer.number() % 3 == 0 ? alipay() : wechat(NONE));
        var direct = !ware.account().isEmpty();
        return new StoryOrder(
                "everyday-" + (buyer.distributor() ? "d" : "c") + buyer.number(),
                "",
                buyer,
                new SkuId(ware.sku()),
                new SellerId(ware.seller()),
                direct ? 1 : quantity,
                ware.account(),
                payments,
                null);
    }

    private static StoryOrder story(
            String id,
            String tells,
            String sku,
            String seller,
            int quantity,
            @Nullable Trouble trouble,
            Payment... payments) {
        return new StoryOrder(
                id, tells, KNOWN, new SkuId(sku), new SellerId(seller), quantity, Map.of(), List.of(payments), trouble);
    }

    private static Payment wechat(String trouble) {
        return new Payment(Channel.WECHAT, trouble);
    }

    private static Payment alipay() {
        return new Payment(Channel.ALIPAY, NONE);
    }
}
