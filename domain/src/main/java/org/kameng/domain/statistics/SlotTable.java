package org.kameng.domain.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The counts as they are stored. */
@Repository
class SlotTable {
    static final Duration SLOT = Duration.ofMinutes(5);

    private final JdbcClient jdbc;

    SlotTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The beginning of the five minutes that an instant lies in; hours and days of every zone are made of them. */
    static Instant slotOf(Instant at) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), SLOT.toSeconds()) * SLOT.toSeconds());
    }

    /** Makes the stored counts of a stretch equal to the given ones; answers how many were not. */
    int become(Map<SlotKey, Sum> counted, Instant from, Instant to) {
        var stored = read(from, to);
        var changed = new HashMap<SlotKey, Sum>();
        counted.forEach((key, sum) -> {
            if (!sum.equals(stored.get(key))) changed.put(key, sum);
        });
        // What was counted and is not there any more: an attempt that ended unpaid and was paid after all.
        stored.keySet().stream().filter(key -> !counted.containsKey(key)).forEach(key -> changed.put(key, Sum.ZERO));
        if (!changed.isEmpty()) write(changed);
        return changed.size();
    }

    private void write(Map<SlotKey, Sum> changed) {
        var rows = List.copyOf(changed.entrySet());
        jdbc.sql("""
                        insert into statistics_slot (measure, slot, label, n, fen)
                        select * from unnest(cast(:measures as text[]), cast(:slots as timestamptz[]), cast(:labels as text[]),
                          cast(:ns as bigint[]), cast(:fens as bigint[]))
                        on conflict (measure, slot, label) do update set n = excluded.n, fen = excluded.fen""")
                .param(
                        "measures",
                        rows.stream().map(row -> row.getKey().measure().name()).toArray(String[]::new))
                .param(
                        "slots",
                        rows.stream().map(row -> row.getKey().slot().toString()).toArray(String[]::new))
                .param("labels", rows.stream().map(row -> row.getKey().label()).toArray(String[]::new))
                .param("ns", rows.stream().map(row -> row.getValue().n()).toArray(Long[]::new))
                .param("fens", rows.stream().map(row -> row.getValue().fen()).toArray(Long[]::new))
                .update();
    }

    /** Added up over periods that begin at the given instants, ascending, and end at the next one; keyed by their beginnings. */
    Map<SlotKey, Sum> sums(List<Measure> measures, List<Instant> starts, Instant end) {
        var found = new HashMap<SlotKey, Sum>();
        // The starts stand in a select of their own: read once, not for every row.
        jdbc.sql("""
                        select measure, width_bucket(slot, (select cast(:starts as timestamptz[]))) as period, label, sum(n) as n, sum(fen) as fen
                        from statistics_slot
                        where measure = any(cast(:measures as text[])) and slot >= :from and slot < :end and n > 0 group by 1, 2, 3""")
                .param("starts", starts.stream().map(Instant::toString).toArray(String[]::new))
                .param("measures", measures.stream().map(Enum::name).toArray(String[]::new))
                .param("from", SqlTime.of(starts.getFirst()))
                .param("end", SqlTime.of(end))
                .query(row -> {
                    var measure = Measure.valueOf(row.getString("measure"));
                    var key = new SlotKey(measure, starts.get(row.getInt("period") - 1), row.getString("label"));
                    found.put(key, new Sum(row.getLong("n"), row.getLong("fen")));
                });
        return found;
    }

    private Map<SlotKey, Sum> read(Instant from, Instant to) {
        var found = new HashMap<SlotKey, Sum>();
        jdbc.sql("""
                        select * from statistics_slot
                        where measure = any(cast(:measures as text[])) and slot >= :from and slot < :to and n > 0""")
                .param(
                        "measures",
                        Arrays.stream(Measure.values()).map(Enum::name).toArray(String[]::new))
                .param("from", SqlTime.of(from))
                .param("to", SqlTime.of(to))
                .query(row -> {
                    var measure = Measure.valueOf(row.getString("measure"));
                    var key = new SlotKey(measure, SqlTime.get(row, "slot"), row.getString("label"));
                    found.put(key, new Sum(row.getLong("n"), row.getLong("fen")));
                });
        return found;
    }

    /** The earliest thing to count at all; empty in a shop without orders. */
    Optional<Instant> firstOrder() {
        return jdbc.sql("select placed_at from orders order by placed_at limit 1")
                .query((row, n) -> SqlTime.get(row, "placed_at"))
                .optional();
    }

    int forget(Measure measure, Instant before, int limit) {
        return jdbc.sql("""
                        delete from statistics_slot where (measure, slot, label) in (
                          select measure, slot, label from statistics_slot where measure = :measure and slot < :before limit :limit)""")
                .param("measure", measure.name())
                .param("before", SqlTime.of(before))
                .param("limit", limit)
                .update();
    }
}
