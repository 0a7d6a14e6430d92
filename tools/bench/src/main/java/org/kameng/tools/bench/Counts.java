package org.kameng.tools.bench;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an order costs the database and the engine, counted from outside between two looks. */
final class Counts {

    private final JdbcClient database;
    private final long commits;
    private final long orders;
    private final long jobs;

    Counts(JdbcClient database) {
        this.database = database;
        this.commits = commits();
        this.orders = delivered();
        this.jobs = jobs();
    }

    void report(Figures figures) {
        var count = Math.max(1, delivered() - orders);
        figures.put("orders delivered in all", count)
                .put("commits per order, all of the house and the rig", (commits() - commits) / (double) count)
                .put("jobs completed per order", (jobs() - jobs) / (double) count);
        confirmedToDelivered().forEach(row -> figures.put(row.name(), row.millis()));
    }

    private record Quantile(String name, double millis) {}

    private List<Quantile> confirmedToDelivered() {
        return List.of(0.5, 0.99).stream()
                .map(p -> new Quantile(
                        "webhook committed to delivered, whole run, p" + (int) (p * 100) + " ms",
                        database.sql("""
                                        select 1000 * percentile_cont(?) within group (order by extract(epoch from o.delivered_at - i.received_at))
                                        from payment_inbox i join orders o on o.no = i.order_no
                                        where o.delivered_at is not null""").param(p).query(Double.class).single()))
                .toList();
    }

    private long commits() {
        return one("select xact_commit from pg_stat_database where datname = current_database()");
    }

    private long delivered() {
        return one("select count(*) from orders where state = 'DELIVERED'");
    }

    private long jobs() {
        return one("select count(*) from engine.job_event where intent = 'COMPLETED'");
    }

    private long one(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
