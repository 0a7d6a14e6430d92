package org.kameng.tools.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.flywaydb.core.Flyway;
import org.kameng.tools.local.LocalServers;

/**
 * In-stock orders, the product beside the bare engine in one run on one machine: what each bears at most, and payment to
 * delivery at half of what the bare engine bears.
 */
final class OrderToDeliveryBench {

    private static final int PORTS = 2000;
    private static final int ACCOUNTS = 3000;

    private final Duration length;
    private final int inFlight;
    private final int halfOverride;
    private final Figures figures = new Figures();
    private final Path folder = Bench.folder();

    OrderToDeliveryBench(Options options) {
        this.length = Duration.ofSeconds(options.number("--seconds", 30));
        this.inFlight = options.number("--in-flight", 32);
        this.halfOverride = options.number("--rate", 0);
    }

    void run() throws IOException {
        figures.put("processors", Runtime.getRuntime().availableProcessors())
                .put("seconds per load", length.toSeconds())
                .put("orders in flight at full load", inFlight);
        var engine = engine("A0 bare engine", false, 0);
        var half = halfOverride > 0 ? halfOverride : engine.perSecond() / 2;
        figures.put("half load, orders a second", half);
        var fed = engine("A0 with engine-feed", true, half);
        var product = product(half);
        compare(engine, fed, product);
        figures.write(folder.resolve("order-to-delivery.json"));
        System.getLogger("bench").log(System.Logger.Level.INFO, "\n" + figures.text());
    }

    private record Result(double perSecond, Histogram latency) {}

    private Result engine(String name, boolean feed, double half) {
        var servers = LocalServers.own(folder.resolve("engine"));
        try {
            var zeebe = feed ? servers.zeebeWithFeed(migrated(servers)) : servers.zeebe();
            try (var arm = new EngineArm(zeebe.grpc(), zeebe.rest())) {
                return measure(name, arm, half, Map.of());
            }
        } finally {
            servers.end();
        }
    }

    private Result product(double half) {
        var data = folder.resolve("house");
        try (var house = House.start(data, PORTS);
                var desk = new Desk(house, Long.toString(System.nanoTime(), 36))) {
            desk.openAccounts(ACCOUNTS);
            desk.stock((int) (length.toSeconds() * 400));
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                figures.put(
                        "PostgreSQL " + setting,
                        desk.database()
                                .sql("show " + setting)
                                .query(String.class)
                                .single());
            }
            var counts = new Counts(desk.database());
            try (var arm = new HouseArm(house, desk)) {
                var result = measure("A product", arm, half, house.parts());
                counts.report(figures);
                return result;
            }
        }
    }

    private Result measure(String name, Arm arm, double half, Map<String, ProcessHandle> parts) {
        var load = new OrderLoad();
        load.throughput(arm, inFlight, length); // a cold broker and a cold JVM say nothing
        var measured = new LinkedHashMap<String, ProcessHandle>(Map.of("load generator", ProcessHandle.current()));
        measured.putAll(parts);
        var cpu = new CpuMeter(measured);
        var perSecond = load.throughput(arm, inFlight, length);
        figures.put(name + ": orders delivered a second", perSecond);
        cpu.seconds().forEach((part, seconds) -> figures.put(name + ": processor seconds of " + part, seconds));
        var latency = load.latency(arm, half > 0 ? half : perSecond / 2, length);
        figures.latency(name + ": payment to delivery at half load", latency);
        return new Result(perSecond, latency);
    }

    private void compare(Result engine, Result fed, Result product) {
        figures.put("throughput, product / A0", product.perSecond() / engine.perSecond())
                .put("throughput, product / A0 with feed", product.perSecond() / fed.perSecond())
                .put("p99, product / A0", ratio(product, engine))
                .put("p99, product / A0 with feed", ratio(product, fed));
    }

    private static double ratio(Result one, Result other) {
        return (double) one.latency().getValueAtPercentile(99) / other.latency().getValueAtPercentile(99);
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
