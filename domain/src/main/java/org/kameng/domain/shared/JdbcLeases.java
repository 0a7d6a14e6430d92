package org.kameng.domain.shared;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcLeases implements Leases {
    private static final String TAKE = """
            insert into lease (name, owner, until, next_at) values (:name, :owner, :until, :next)
            on conflict (name) do update set owner = excluded.owner, until = excluded.until, next_at = excluded.next_at
            where lease.until <= :now and lease.next_at <= :now""";
    private static final String GIVE_BACK = "update lease set until = :now where name = :name and owner = :owner";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Ids ids;

    JdbcLeases(JdbcClient jdbc, Clock clock, Ids ids) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public boolean tryRun(String name, Duration every, Duration lease, Runnable work) {
        Transactions.requireNone("Leases.tryRun");
        // A new owner each time: a run that outlived its lease must not give back the lease of its successor.
        var owner = ids.uuid().toString();
        if (!take(name, owner, every, lease)) return false;
        try {
            work.run();
        } finally {
            jdbc.sql(GIVE_BACK)
                    .param("now", SqlTime.of(clock.instant()))
                    .param("name", name)
                    .param("owner", owner)
                    .update();
        }
        return true;
    }

    private boolean take(String name, String owner, Duration every, Duration lease) {
        var now = clock.instant();
        return jdbc.sql(TAKE)
                        .param("name", name)
                        .param("owner", owner)
                        .param("now", SqlTime.of(now))
                        .param("until", SqlTime.of(now.plus(lease)))
                        .param("next", SqlTime.of(now.plus(every)))
                        .update()
                == 1;
    }
}
