package org.kameng.tools.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Pages over a big shop, over HTTP and from outside: what a buyer and a member of staff wait for. */
final class CatalogueBench {
    private static final int PORTS = 2200;
    private static final long SEED = 20261122;
    private static final int AIM_MILLIS = 300;
    /** So many that a page of orders names a different one in each row. */
    private static final int BUYERS = 1000;

    private static final Duration WARM_UP = Duration.ofSeconds(8);

    private final int ports;
    private final int products;
    private final int cards;
    private final int orders;
    private final int rate;
    private final Duration length;
    private final Figures figures = new Figures();
    private final AtomicInteger failed = new AtomicInteger();

    CatalogueBench(Options options) {
        this.ports = options.number("--ports", PORTS);
        this.products = options.number("--products", 100_000);
        this.cards = options.number("--cards", 1_000_000);
        this.orders = options.number("--orders", 100_000);
        this.rate = options.number("--rate", 10);
        this.length = Duration.ofSeconds(options.number("--seconds", 15));
    }

    void run() throws IOException {
        var folder = Bench.folder();
        figures.put("processors", Runtime.getRuntime().availableProcessors())
                .put("pages a second", rate)
                .put("seconds per page", length.toSeconds());
        try (var house = House.startFresh(folder.resolve("catalogue-house"), ports);
                var desk = new Desk(house, Long.toString(System.nanoTime(), 36))) {
            desk.openAccounts(BUYERS);
            var began = System.nanoTime();
            new BigShop(desk.database()).fill(products, cards, orders, buyers(desk));
            figures.put("seconds to fill the shop", (System.nanoTime() - began) / 1_000_000_000L);
            count(desk, "products", "select count(*) from product");
            count(desk, "cards", "select count(*) from card");
            count(desk, "orders", "select count(*) from orders");
            measure(house);
        }
        figures.write(folder.resolve("catalogue.json"));
        Bench.say(figures.text());
    }

    private static UUID[] buyers(Desk desk) {
        return IntStream.range(0, BUYERS)
                .mapToObj(n -> desk.customer(n).requireAccount().value())
                .toArray(UUID[]::new);
    }

    private void count(Desk desk, String name, String sql) {
        figures.put(name, desk.database().sql(sql).query(Long.class).single());
    }

    private void measure(House house) {
        shop().forEach((name, path) -> page(house, name, random -> {
            var address = path.apply(random);
            var answer = House.get(house.app().resolve(address));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(address + " answered " + answer.statusCode());
            }
        }));
        var screen = new DeskScreen(house.app());
        screen.logIn("olga.operator", "Kameng-demo-1");
        page(house, "staff: order page", random -> {
            var no = BigShop.ORDER + String.format("%015d", 1 + random.nextInt(orders));
            if (!screen.open("desk/orders/" + no).contains(no)) {
                throw new IllegalStateException("the page does not show " + no);
            }
        });
        for (var list : new String[] {"desk/orders", "desk/goods", "desk/stock"}) {
            page(house, "staff: " + list, random -> screen.open(list));
        }
    }

    /** Addresses of the shop by what they ask for. */
    private Map<String, Function<Random, String>> shop() {
        var pages = new LinkedHashMap<String, Function<Random, String>>();
        pages.put("front: first page", random -> "/");
        pages.put(
                "front: a shelf, any page",
                random -> "/?category=big" + (1 + random.nextInt(12)) + "&page=" + random.nextInt(products / 300 + 1));
        pages.put("front: a seller, dearest first", random -> "/?sort=dearest&seller=big-" + (1 + random.nextInt(200)));
        pages.put("front: a price band, cheapest first", random -> {
            var from = 5 + random.nextInt(900);
            return "/?sort=cheapest&min=" + from + "&max=" + (from + 20);
        });
        pages.put("front: the last page", random -> "/?page=" + Math.min(9999, products / 24 - 1));
        pages.put("product page", random -> "/p/big-" + (1 + random.nextInt(products)));
        return pages;
    }

    private void page(House house, String name, Consumer<Random> open) {
        run(open, rate, WARM_UP); // a cold page says nothing
        failed.set(0);
        var cpu = new CpuMeter(house.parts());
        var taken = run(open, rate, length);
        var p95 = taken.getValueAtPercentile(95) / 1000.0;
        var spent = cpu.seconds();
        figures.latency(name, taken)
                .put(name + " p95 ms", p95)
                .put(
                        name + " processor ms of application",
                        spent.getOrDefault("application", Double.NaN) * 1000 / taken.getTotalCount())
                .put(
                        name + " processor ms of postgres",
                        spent.getOrDefault("postgres", Double.NaN) * 1000 / taken.getTotalCount())
                .put(name + " failed", failed.get())
                .put(name + " p95 within 300 ms", p95 <= AIM_MILLIS && failed.get() == 0);
    }

    private Histogram run(Consumer<Random> open, int rate, Duration length) {
        var taken = new ConcurrentHistogram(3);
        OpenLoad.run(rate, length, intended -> {
            try {
                open.accept(new Random(SEED ^ intended));
                taken.recordValue((System.nanoTime() - intended) / 1000);
            } catch (RuntimeException e) {
                if (failed.getAndIncrement() == 0) {
                    System.getLogger("bench").log(System.Logger.Level.WARNING, "a page failed", e);
                }
            }
        });
        return taken;
    }
}
