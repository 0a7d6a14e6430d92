package org.kameng.tools.bench;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What goes wrong and what is bought, drawn from one seed. Which single call a trouble hits is the simulator's own dice, so a
 * seed repeats the weather and the buyers, not every drop.
 */
final class TroublePlan {
    /** A trouble and how bad a gust of it is: percent of the calls, milliseconds, seconds, or products on a page. */
    private record Knob(String name, int least, int most, int calm) {
        Knob(String name, int least, int most) {
            this(name, least, most, 0);
        }
    }

    private record Good(String sku, String seller, int most, Function<RandomGenerator, Map<String, String>> account) {}

    private static final List<Knob> KNOBS = List.of(
            new Knob("slowMs", 0, 1200),
            new Knob("processingSeconds", 0, 12),
            new Knob("timeoutAfterSuccess", 2, 8),
            new Knob("neverAnswers", 1, 4),
            new Knob("http500", 2, 6),
            new Knob("limited", 2, 6),
            new Knob("partial", 10, 40),
            new Knob("outOfStock", 2, 8),
            new Knob("priceJump", 2, 8),
            new Knob("wrongSku", 2, 5),
            new Knob("sameCardTwice", 2, 6),
            new Knob("somebodyElsesCard", 2, 6),
            new Knob("badTag", 2, 6),
            new Knob("badAnswerSignature", 2, 5),
            new Knob("foreignNumber", 2, 5),
            new Knob("clockSkewSeconds", -120, 120),
            new Knob("largestPage", 1, 3, 100),
            new Knob("dropPush", 10, 40),
            new Knob("forgedPush", 5, 20),
            new Knob("stalePush", 5, 20));

    private static final List<Good> GOODS = List.of(
            card("GM-NEB-30", "xingzhou", 6),
            card("GM-NEB-100", "xingzhou", 4),
            card("GM-CAT-MONTH", "xingzhou", 5),
            new Good("GM-STR-60", "xingzhou", 5, TroublePlan::player),
            new Good("GM-STR-300", "xingzhou", 3, TroublePlan::player),
            card("VD-QH-M-CODE", "lanjing", 5),
            card("MU-LZ-M", "lanjing", 6),
            new Good("VD-QH-M", "lanjing", 3, TroublePlan::phone),
            card("SW-QY-PDF", "qingyun", 3),
            card("SW-QY-OFF1", "qingyun", 2),
            card("ED-ZX-PY", "zhixing", 3),
            card("ED-ZX-EN", "zhixing", 2));

    private final long seed;

    TroublePlan(long seed) {
        this.seed = seed;
    }

    private static Good card(String sku, String seller, int most) {
        return new Good(sku, seller, most, random -> Map.of());
    }

    /** A player's role; now and then one that nobody has, or on a server the supplier does not serve. */
    private static Map<String, String> player(RandomGenerator random) {
        var server = random.nextInt(50) == 0 ? "海外服" : List.of("一区", "二区", "三区").get(random.nextInt(3));
        return Map.of("uid", digits(random, 6) + tail(random), "server", server);
    }

    private static Map<String, String> phone(RandomGenerator random) {
        return Map.of("phone", "1" + digits(random, 6) + tail(random));
    }

    private static String digits(RandomGenerator random, int count) {
        return Integer.toString(random.nextInt((int) Math.pow(10, count - 1), (int) Math.pow(10, count)));
    }

    // Accounts that end so belong to nobody, see the simulator's counter.
    private static String tail(RandomGenerator random) {
        return random.nextInt(30) == 0 ? "0000" : digits(random, 4);
    }

    /** How a supplier misbehaves in a gust: all troubles at once, as JSON of its control API. */
    String gust(String supplier, int number) {
        var random = random(supplier.hashCode() + 31L * number);
        return KNOBS.stream()
                .map(knob -> setting(knob, random.nextInt(knob.least(), knob.most() + 1)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Good behaviour, in the same words. */
    static String calm() {
        return KNOBS.stream().map(knob -> setting(knob, knob.calm())).collect(Collectors.joining(",", "{", "}"));
    }

    private static String setting(Knob knob, int value) {
        return "\"" + knob.name() + "\":" + value;
    }

    /** What the buyer of this number wants: one unit more often than several. */
    Wish wish(int number) {
        var random = random(number);
        var good = GOODS.get(random.nextInt(GOODS.size()));
        var quantity = random.nextInt(5) < 2 ? 1 : random.nextInt(1, good.most() + 1);
        return new Wish(good.sku(), good.seller(), quantity, good.account().apply(random));
    }

    private RandomGenerator random(long stream) {
        return new SplittableRandom(seed ^ (stream + 1) * 0x9E3779B97F4A7C15L);
    }
}
