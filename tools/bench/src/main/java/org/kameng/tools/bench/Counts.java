package org.kameng.tools.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an order costs the database and the engine, counted by PostgreSQL itself between two looks. */
final class Counts {

    private final JdbcClient database;
    private final long commits;
    private final long orders;
    private final long jobs;

    /** Looks as the administrator of PostgreSQL: only that one sees the statements of all roles. */
    Counts(JdbcClient database) {
        this.database = database;
        database.sql("create extension if not exists pg_stat_statements").update();
        this.orders = delivered();
        this.jobs = jobs();
        this.commits = commits();
        database.sql("select 1 from pg_stat_statements_reset()").query().listOfRows();
    }

    /** Figures of each delivered order since the first look. */
    Map<String, Object> perOrder() {
        var all = commits() - commits;
        var count = (double) Math.max(1, delivered() - orders);
        var house = calls("kameng_app", "begin%");
        var feed = calls("kameng_feed", "begin%");
        var rig = calls("kameng_owner", "%");
        var looks = calls("kameng_app", "with marked as (%outbox%");
        var figures = new LinkedHashMap<String, Object>();
        figures.put("orders delivered", (long) count);
        figures.put("jobs completed", (jobs() - jobs) / count);
        figures.put("commits, all", all / count);
        figures.put("commits, transactions of placing and application", house / count);
        figures.put("commits, looks of the outbox relay", looks / count);
        figures.put("commits, engine-feed", feed / count);
        figures.put("commits, the rig's own looks", rig / count);
        figures.put("commits, other single statements", (all - house - feed - rig - looks) / count);
        figures.put("statements of placing and application", calls("kameng_app", "%") / count);
        return figures;
    }

    private long calls(String role, String like) {
        return database.sql("""
                        select coalesce(sum(s.calls), 0) from pg_stat_statements s join pg_roles r on r.oid = s.userid
                        where r.rolname = :role and s.query ilike :like
                          and s.dbid = (select oid from pg_database where datname = current_database())""")
                .param("role", role)
                .param("like", like)
                .query(Long.class)
                .single();
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
