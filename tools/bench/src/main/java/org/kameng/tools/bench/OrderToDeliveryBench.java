package org.kameng.tools.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;
import org.flywaydb.core.Flyway;
import org.kameng.tools.local.LocalServers;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * In-stock orders, the product beside the bare engine in one run on one machine: what each bears at most, what an order costs
 * each part, and payment to delivery at half of what the bare engine bears.
 */
final class OrderToDeliveryBench {

    private static final int PORTS = 2000;
    private static final int ACCOUNTS = 3000;
    private static final String DURABLE = "fsync,synchronous_commit,full_page_writes";

    /** What can be measured; the order of {@code --arms} is the order of the run, and an arm may come more than once. */
    private enum Kind {
        ENGINE("A0 bare engine"),
        FED("A0 with engine-feed"),
        PRODUCT("A product");

        private final String title;

        Kind(String title) {
            this.title = title;
        }
    }

    private record Result(double perSecond, Histogram latency) {
        double p99() {
            return latency.getValueAtPercentile(99);
        }
    }

    private final Duration length;
    private final int ports;
    private final int inFlight;
    private final int warmUp;
    private final List<Kind> arms;
    private final Map<Kind, List<Result>> results = new EnumMap<>(Kind.class);
    private final Figures figures = new Figures();
    private final Path folder = Bench.folder();
    private double half;

    OrderToDeliveryBench(Options options) {
        this.length = Duration.ofSeconds(options.number("--seconds", 30));
        this.ports = options.number("--ports", PORTS);
        this.inFlight = options.number("--in-flight", 32);
        this.warmUp = options.number("--warm-up", 2500);
        this.half = options.number("--rate", 0);
        this.arms = List.of(options.text("--arms", "engine,fed,product").split(",", -1)).stream()
                .map(name -> Kind.valueOf(name.toUpperCase(Locale.ROOT)))
                .toList();
    }

    void run() throws IOException {
        figures.put("processors", Runtime.getRuntime().availableProcessors())
                .put("seconds per load", length.toSeconds())
                .put("orders in flight at full load", inFlight)
                .put("orders before the first figure", warmUp);
        for (var arm : arms) {
            var result = switch (arm) {
                case ENGINE -> engine(arm, name(arm), false);
                case FED -> engine(arm, name(arm), true);
                case PRODUCT -> product(arm, name(arm));
            };
            results.computeIfAbsent(arm, a -> new ArrayList<>()).add(result);
        }
        compare(Kind.ENGINE);
        compare(Kind.FED);
        figures.write(folder.resolve("order-to-delivery.json"));
        Bench.say(figures.text());
    }

    private String name(Kind arm) {
        var earlier = results.getOrDefault(arm, List.of()).size();
        return earlier == 0 ? arm.title : arm.title + ", run " + (earlier + 1);
    }

    private Result engine(Kind arm, String name, boolean feed) {
        var data = folder.resolve("engine");
        var servers = LocalServers.own(data);
        try {
            var zeebe = feed ? servers.zeebeWithFeed(migrated(servers)) : servers.zeebe();
            var parts = new LinkedHashMap<String, ProcessHandle>();
            parts.put("zeebe", House.process(data, "zeebe"));
            if (feed) {
                parts.put("postgres", House.process(data, "postgres"));
            }
            try (var load = new EngineArm(zeebe.grpc(), zeebe.rest())) {
                return measure(name, load, parts, () -> Map::of);
            }
        } finally {
            servers.end();
        }
    }

    private Result product(Kind arm, String name) {
        try (var house = House.startFresh(folder.resolve("house"), ports);
                var desk = new Desk(house, Long.toString(System.nanoTime(), 36));
                var load = new HouseArm(house, desk)) {
            desk.openAccounts(ACCOUNTS);
            desk.stock(warmUp + (int) length.toSeconds() * 200);
            var administrator = house.administrator();
            for (var setting : DURABLE.split(",", -1)) {
                figures.put("PostgreSQL " + setting, show(administrator, setting));
            }
            return measure(name, load, house.parts(), () -> new Counts(administrator)::perOrder);
        }
    }

    private static String show(JdbcClient database, String setting) {
        return database.sql("show " + setting).query(String.class).single();
    }

    /** @param counting begins to count; what it answers ends the count */
    private Result measure(
            String name, Arm arm, Map<String, ProcessHandle> parts, Supplier<Supplier<Map<String, Object>>> counting) {
        var load = new OrderLoad();
        load.warmUp(arm, inFlight, warmUp);
        var measured = new LinkedHashMap<String, ProcessHandle>(Map.of("load generator", ProcessHandle.current()));
        measured.putAll(parts);
        var counts = counting.get();
        var cpu = new CpuMeter(measured);
        var full = load.throughput(arm, inFlight, length);
        var spent = cpu.seconds();
        figures.put(name + ": orders delivered a second", full.perSecond());
        spent.forEach((part, seconds) ->
                figures.put(name + ": processor ms per order of " + part, seconds * 1000 / full.orders()));
        figures.put(
                name + ": processor ms per order, all",
                spent.values().stream().mapToDouble(Double::doubleValue).sum() * 1000 / full.orders());
        counts.get().forEach((what, figure) -> figures.put(name + ": per order, " + what, figure));
        half = half > 0 ? half : full.perSecond() / 2;
        figures.put(name + ": half load, orders a second", half);
        var latency = load.latency(arm, half, length);
        figures.latency(name + ": payment to delivery at half load", latency);
        return new Result(full.perSecond(), latency);
    }

    private void compare(Kind engine) {
        if (results.containsKey(engine) && results.containsKey(Kind.PRODUCT)) {
            figures.put("throughput, product / " + engine.title, ratio(engine, Result::perSecond))
                    .put("p99, product / " + engine.title, ratio(engine, Result::p99));
        }
    }

    private double ratio(Kind engine, ToDoubleFunction<Result> figure) {
        return median(Kind.PRODUCT, figure) / median(engine, figure);
    }

    private double median(Kind arm, ToDoubleFunction<Result> figure) {
        var sorted = results.getOrDefault(arm, List.of()).stream()
                .mapToDouble(figure)
                .sorted()
                .toArray();
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String migrated(LocalServers servers) {
        var postgres = servers.postgres();
        var database = postgres.createDatabase("bench");
        Flyway.configure()
                .dataSource(postgres.jdbcUrl(database), postgres.ownerUser(), postgres.ownerPassword())
                .load()
                .migrate();
        return database;
    }
}
