package org.kameng.tools.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A fresh house whose five suppliers misbehave in every way at once under load, and the count afterwards: once while people
 * still hold cases, and once when they have decided them all.
 */
final class SupplierTrouble {

    /**
     * What came of it.
     *
     * @param broken promises with their culprits; empty when all were kept
     */
    record Outcome(Figures figures, Map<String, List<String>> broken) {}

    private final Path folder;
    private final int ports;
    private final Duration length;
    private final double perSecond;
    private final long seed;

    /** @param folder where the house keeps its data; what lies there is gone afterwards */
    SupplierTrouble(Path folder, int ports, Duration length, double perSecond, long seed) {
        this.folder = folder;
        this.ports = ports;
        this.length = length;
        this.perSecond = perSecond;
        this.seed = seed;
    }

    Outcome run() {
        try (var house = House.startFresh(folder, ports, "--dial");
                var desk = new Desk(house, Long.toString(System.nanoTime(), 36));
                var arm = new HouseArm(house, desk)) {
            var stalls = new Stalls(house, folder);
            var figures = new Figures()
                    .put("seed", seed)
                    .put("seconds of trouble", length.toSeconds())
                    .put("buyers a second", perSecond);
            var broken = new LinkedHashMap<String, List<String>>();
            var shop = new TroubledShop(desk, arm, stalls, new TroublePlan(seed));
            shop.open(perSecond, length, (int) (perSecond * length.toSeconds()) + 1);
            shop.tell(figures);
            if (!shop.failures().isEmpty()) {
                broken.put(
                        "every buyer could buy or was told why not",
                        shop.failures().stream().limit(5).toList());
            }
            var aftermath = new Aftermath(house, desk, stalls);
            var checker = new SupplyChecker(desk, stalls);
            aftermath.rest();
            tell(figures, "at rest", desk.database(), SupplyBooks.read(desk.database(), stalls));
            checker.broken().forEach((promise, culprits) -> broken.put(promise + " (cases open)", culprits));
            figures.put("cases people decided", aftermath.decideAll());
            tell(figures, "in the end", desk.database(), SupplyBooks.read(desk.database(), stalls));
            checker.broken().forEach((promise, culprits) -> broken.put(promise + " (cases decided)", culprits));
            return new Outcome(figures, broken);
        }
    }

    private static void tell(Figures figures, String when, JdbcClient database, SupplyBooks books) {
        count(database, """
                select case when t.element_id is not null then 'with a person, ' || t.element_id
                    when l.delivered = l.quantity then 'delivered' when l.delivered > 0 then 'delivered in part, rest refunded'
                    else 'refunded' end, count(*)
                from orders o join order_line l on l.order_no = o.no left join engine.user_task t
                  on t.state = 'CREATED' and t.external_reference = o.no
                where o.paid_at is not null group by 1 order by 1""").forEach((end, lines) -> figures.put(when + ": lines " + end, lines));
        count(database, "select state || coalesce(' ' || bad_goods, ''), count(*) from purchase group by 1 order by 1")
                .forEach((state, purchases) -> figures.put(when + ": purchases " + state, purchases));
        count(database, """
                select 'of ' || coalesce(supplier_id, protocol) || ' ' || why, count(*) from supplier_alarm group by 1 order by 1""").forEach((why, alarms) -> figures.put(when + ": alarms " + why, alarms));
        figures.put(
                when + ": units that came too late and are stock",
                database.sql("select coalesce(sum(to_stock), 0) from purchase")
                        .query(Long.class)
                        .single());
        figures.put(when + ": orders in the suppliers' journals", books.theirs().count());
        figures.put(
                when + ": of these charged",
                books.theirs().filter(SupplyBooks.Sold::isCharged).count());
        books.cards().values().stream()
                .collect(Collectors.groupingBy(
                        card -> card.item().fault(), java.util.TreeMap::new, Collectors.counting()))
                .forEach((fault, cards) -> figures.put(when + ": cards given, fault " + fault, cards));
    }

    private static Map<String, Long> count(JdbcClient database, String sql) {
        var counts = new LinkedHashMap<String, Long>();
        database.sql(sql).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }
}
