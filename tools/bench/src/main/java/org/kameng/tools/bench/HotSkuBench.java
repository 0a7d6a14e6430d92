package org.kameng.tools.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kameng.domain.catalog.SkuId;

/**
 * The same load on one SKU and spread over a hundred, in one house, in the order spread, hot, hot, spread: what is left of the
 * throughput when everybody wants the same card.
 */
final class HotSkuBench {
    private static final int PORTS = 2400;
    private static final int ACCOUNTS = 3000;
    private static final int SPREAD = 100;
    private static final double AIM = 0.8;
    /** More than any house here delivers in a second. */
    private static final int MOST_A_SECOND = 150;

    private enum Kind {
        SPREAD,
        HOT
    }

    private static final List<Kind> ABBA = List.of(Kind.SPREAD, Kind.HOT, Kind.HOT, Kind.SPREAD);

    private final Duration length;
    private final int inFlight;
    private final int warmUp;
    private final int claims;
    private final int ports;
    private final Figures figures = new Figures();

    HotSkuBench(Options options) {
        this.length = Duration.ofSeconds(options.number("--seconds", 30));
        this.inFlight = options.number("--in-flight", 32);
        this.warmUp = options.number("--warm-up", 1500);
        this.claims = options.number("--claims", 4000);
        this.ports = options.number("--ports", PORTS);
    }

    void run() throws IOException {
        figures.put("processors", Runtime.getRuntime().availableProcessors())
                .put("seconds per run", length.toSeconds())
                .put("orders in flight", inFlight)
                .put("orders before the first figure, of each kind", warmUp);
        var cards = 2 * MOST_A_SECOND * (int) length.toSeconds() + warmUp + 3 * claims;
        try (var house = House.startFresh(Bench.folder().resolve("hot-sku-house"), ports);
                var desk = new Desk(house, Long.toString(System.nanoTime(), 36))) {
            desk.openAccounts(ACCOUNTS);
            var many = Shelf.put(desk, "spread", SPREAD, cards / SPREAD + inFlight);
            var one = Shelf.put(desk, "hot", 1, cards + inFlight).getFirst();
            try (var spread = new HouseArm(house, desk, number -> desk.place(number, many.get(number % SPREAD)));
                    var hot = new HouseArm(house, desk, number -> desk.place(number, one))) {
                measure(house, spread, hot);
            }
            race(new ClaimRace(desk), many, one);
        }
        figures.write(Bench.folder().resolve("hot-sku.json"));
        Bench.say(figures.text());
    }

    private void measure(House house, Arm spread, Arm hot) {
        var load = new OrderLoad();
        load.warmUp(spread, inFlight, warmUp);
        load.warmUp(hot, inFlight, warmUp);
        var rates = new EnumMap<Kind, DoubleSummaryStatistics>(Kind.class);
        for (var run = 0; run < ABBA.size(); run++) {
            var kind = ABBA.get(run);
            var cpu = new CpuMeter(house.parts());
            var full = load.throughput(kind == Kind.HOT ? hot : spread, inFlight, length);
            var postgres = cpu.seconds().getOrDefault("postgres", Double.NaN) * 1000 / full.orders();
            figures.put(name(run, kind) + ": orders delivered a second", full.perSecond())
                    .put(name(run, kind) + ": processor ms per order of postgres", postgres);
            rates.computeIfAbsent(kind, k -> new DoubleSummaryStatistics()).accept(full.perSecond());
        }
        compare("orders delivered", rates);
    }

    /** The claims alone: an order's other work hides how much their rows contend. */
    private void race(ClaimRace race, List<SkuId> many, SkuId one) {
        race.perSecond(claims / 2, number -> many.get(number % SPREAD)); // a cold pool says nothing
        race.perSecond(claims / 2, number -> one);
        var rates = new EnumMap<Kind, DoubleSummaryStatistics>(Kind.class);
        for (var kind : ABBA) {
            var perSecond = race.perSecond(claims, number -> kind == Kind.HOT ? one : many.get(number % SPREAD));
            rates.computeIfAbsent(kind, k -> new DoubleSummaryStatistics()).accept(perSecond);
        }
        compare("cards reserved", rates);
    }

    private void compare(String what, Map<Kind, DoubleSummaryStatistics> rates) {
        var ofSpread = mean(rates, Kind.SPREAD);
        var ofHot = mean(rates, Kind.HOT);
        var ratio = ofHot / ofSpread;
        figures.put(what + " a second, " + SPREAD + " SKUs", ofSpread)
                .put(what + " a second, 1 hot SKU", ofHot)
                .put(what + ", hot / spread", ratio)
                .put(what + ", hot / spread at least " + AIM, ratio >= AIM);
    }

    private static double mean(Map<Kind, DoubleSummaryStatistics> rates, Kind kind) {
        return rates.getOrDefault(kind, new DoubleSummaryStatistics()).getAverage();
    }

    private static String name(int run, Kind kind) {
        return "run " + (run + 1) + ", " + (kind == Kind.HOT ? "1 hot SKU" : SPREAD + " SKUs");
    }
}
