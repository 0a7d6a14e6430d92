package org.kameng.tools.bench;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orders that stock cannot fill: each is bought from a supplier that takes a known time. Measured from the payment's entry in our
 * books to the delivery in our books, against what the supplier's own journal says it took.
 */
final class SupplierPathBench {
    private static final String SUPPLIER = "xingzhou";
    private static final int PORTS = 2600;
    private static final int ACCOUNTS = 3000;
    private static final int OURS_MILLIS = 500;
    private static final double AIM = 0.95;
    private static final JsonMapper JSON = new JsonMapper();

    private final Duration length;
    private final int inFlight;
    private final int warmUp;
    private final int slowMillis;
    private final int ports;
    private double rate;
    private final Figures figures = new Figures();

    SupplierPathBench(Options options) {
        this.length = Duration.ofSeconds(options.number("--seconds", 30));
        this.inFlight = options.number("--in-flight", 32);
        this.warmUp = options.number("--warm-up", 800);
        this.slowMillis = options.number("--supplier-ms", 200);
        this.ports = options.number("--ports", PORTS);
        this.rate = options.number("--rate", 0);
    }

    void run() throws IOException {
        figures.put("processors", Runtime.getRuntime().availableProcessors())
                .put("seconds per load", length.toSeconds())
                .put("orders in flight at full load", inFlight)
                .put("supplier waits before each answer ms", slowMillis);
        try (var house = House.startFresh(Bench.folder().resolve("supplier-path-house"), ports);
                var desk = new Desk(house, Long.toString(System.nanoTime(), 36));
                var load = new HouseArm(house, desk)) {
            desk.openAccounts(ACCOUNTS);
            emptyTheShelf(desk);
            house.supplierKnobs(SUPPLIER, "{\"slowMs\":" + slowMillis + "}");
            measure(house, desk, load);
        }
        figures.write(Bench.folder().resolve("supplier-path.json"));
        Bench.say(figures.text());
    }

    private static void emptyTheShelf(Desk desk) {
        desk.database()
                .sql(
                        "update card set state = 3 where state = 0 and offer_id in (select id from offer where sku_code = :sku and seller_id = :seller)")
                .param("sku", desk.sku().value())
                .param("seller", desk.seller().value())
                .update();
    }

    private void measure(House house, Desk desk, HouseArm arm) {
        var load = new OrderLoad();
        load.warmUp(arm, inFlight, warmUp);
        if (rate == 0) {
            var full = load.throughput(arm, inFlight, length);
            figures.put("orders delivered a second at full load", full.perSecond());
            rate = full.perSecond() / 2;
        }
        figures.put("half load, orders a second", rate);
        var begin = Instant.now();
        figures.latency("from the intended payment to the delivery", load.latency(arm, rate, length));
        judge(walks(house, desk, begin));
    }

    /** One order's moments; {@code finished - accepted} is the supplier's own work by its own journal. */
    private record Walk(
            Instant paid,
            Instant stockAsked,
            Instant intended,
            Instant sent,
            Instant accepted,
            Instant finished,
            Instant delivered) {

        long ours(int slowMillis) {
            return ChronoUnit.MICROS.between(paid, delivered)
                    - ChronoUnit.MICROS.between(accepted, finished)
                    - slowMillis * 1000L;
        }

        static long micros(Instant from, Instant to) {
            return Math.max(0, ChronoUnit.MICROS.between(from, to));
        }
    }

    private List<Walk> walks(House house, Desk desk, Instant begin) {
        var journal = journal(house);
        return desk.database()
                .sql("""
                        select p.purchase_no, i.received_at, o.stock_asked_at, p.intended_at, p.sent_at, o.delivered_at
                        from orders o join purchase p on p.order_no = o.no join payment_inbox i on i.order_no = o.no and i.receipt = 'CONFIRMED'
                        where o.placed_at >= cast(? as timestamptz) and o.delivered_at is not null""")
                .param(begin.toString())
                .query((row, n) -> walk(row, journal))
                .list();
    }

    private static Walk walk(ResultSet row, Map<String, JsonNode> journal) throws SQLException {
        var no = row.getString("purchase_no");
        var order = Objects.requireNonNull(journal.get(no), no + " is not in the supplier's journal");
        return new Walk(
                at(row, "received_at"),
                at(row, "stock_asked_at"),
                at(row, "intended_at"),
                at(row, "sent_at"),
                Instant.parse(order.path("createdAt").asString()),
                Instant.parse(order.path("finishedAt").asString()),
                at(row, "delivered_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static Map<String, JsonNode> journal(House house) {
        var orders = new HashMap<String, JsonNode>();
        JSON.readTree(House.get(house.supplier(SUPPLIER).resolve("/control/journal?type=SUCCEEDED"))
                        .body())
                .path("entries")
                .forEach(entry -> orders.put(entry.path("order").path("orderNo").asString(), entry.path("order")));
        return orders;
    }

    private void judge(List<Walk> walks) {
        phase("paid until stock was asked", walks, walk -> Walk.micros(walk.paid, walk.stockAsked));
        phase("stock asked until a source was chosen", walks, walk -> Walk.micros(walk.stockAsked, walk.intended));
        phase("source chosen until the call", walks, walk -> Walk.micros(walk.intended, walk.sent));
        phase("call until the supplier had accepted", walks, walk -> Walk.micros(walk.sent, walk.accepted));
        phase("supplier done until the delivery", walks, walk -> Walk.micros(walk.finished, walk.delivered));
        phase("ours in all", walks, walk -> Math.max(0, walk.ours(slowMillis)));
        var within = walks.stream()
                .filter(walk -> walk.ours(slowMillis) <= OURS_MILLIS * 1000L)
                .count();
        var share = walks.isEmpty() ? 0 : (double) within / walks.size();
        figures.put("share within the supplier's own time + " + OURS_MILLIS + " ms", share)
                .put(String.format(Locale.ROOT, "share at least %.2f", AIM), share >= AIM);
    }

    private void phase(String name, List<Walk> walks, ToLongFunction<Walk> micros) {
        var taken = new Histogram(3);
        walks.forEach(walk -> taken.recordValue(micros.applyAsLong(walk)));
        figures.latency(name, taken).put(name + " p95 ms", taken.getValueAtPercentile(95) / 1000.0);
    }
}
