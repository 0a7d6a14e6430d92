package org.kameng.tools.enginefeed;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.Record;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FeedStoreTest {

    private final BrokerLog log = new BrokerLog(Instant.parse("2026-10-31T23:59:59.900Z"))
            .definition()
            .waitingOrder(1000, "ORD-1")
            .waitingOrder(2000, "ORD-2")
            .doneOrder(1000);

    @Test
    void records_in_any_order_and_any_portions_end_in_the_same_rows() throws SQLException {
        FeedDatabase database = FeedDatabase.migrated();
        write(database, 0, log.records, new Random(0), 1000);
        List<String> straight = database.dump("epoch = 0");
        assertThat(straight).hasSizeGreaterThan(20);
        for (int seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            List<Record<?>> shuffled = new ArrayList<>(log.records);
            shuffled.addAll(log.records.subList(0, seed));
            Collections.shuffle(shuffled, random);
            write(database, seed, shuffled, random, seed);
            assertThat(database.dump("epoch = " + seed)).as("seed %d", seed).isEqualTo(straight);
        }
    }

    @Test
    void an_event_lies_in_the_partition_of_its_month_made_before_or_after_it_came() throws SQLException {
        FeedDatabase database = FeedDatabase.migrated();
        write(database, 1, log.records, new Random(0), 1000);
        database.one("select engine.ensure_month_partitions('2026-10-01', 2)"); // by then these months may be history
        assertThat(database.rows(
                        "select distinct tableoid::regclass::text, month from engine.element_event order by 2"))
                .containsExactly("engine.element_event_202610|2026-10-01", "engine.element_event_202611|2026-11-01");
        assertThat(database.one("select engine.ensure_month_partitions('2026-10-01', 2)"))
                .isEqualTo("0");
    }

    private static void write(FeedDatabase database, long epoch, List<Record<?>> records, Random random, int largest)
            throws SQLException {
        try (FeedStore store = new FeedStore(FeedConnection.open(database.settings()), 1)) {
            int next = 0;
            while (next < records.size()) {
                Batch batch = new Batch();
                int end = Math.min(records.size(), next + 1 + random.nextInt(largest));
                for (Record<?> record : records.subList(next, end)) {
                    batch.took(record.getPosition(), record.getTimestamp(), Translator.translate(record, batch));
                }
                store.write(batch, epoch, batch.position, 0, 0);
                next = end;
            }
        }
    }
}
