package org.kameng.domain;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.kameng.domain.outbox.LeasedMessage;
import org.kameng.domain.outbox.OutboxStore;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Role;
import org.kameng.tools.local.LocalServers;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole domain over a real PostgreSQL: migrated by the owner, used as {@code kameng_app}, with time in the test's
 * hand. One database and one context per JVM, and another for time travellers; tests keep apart by using numbers, phones and accounts of their own.
 */
public final class DomainTestContext {
    private static final class Shared {
        private static final DomainTestContext INSTANCE = new DomainTestContext();
    }

    private static final class FarAhead {
        private static final DomainTestContext INSTANCE = new DomainTestContext();
    }

    private final String database;
    private final ConfigurableApplicationContext spring;

    private DomainTestContext() {
        database = LocalServers.shared().postgres().createDatabase("domain");
        spring = new SpringApplicationBuilder(Configuration.class)
                .web(WebApplicationType.NONE)
                .properties(LocalServers.shared().settings(database))
                .properties("logging.level.root=warn")
                .run();
    }

    public static DomainTestContext shared() {
        return Shared.INSTANCE;
    }

    /** A second one for tests that turn the clock by months: cards of other tests would expire on the way. */
    public static DomainTestContext farAhead() {
        return FarAhead.INSTANCE;
    }

    public <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }

    public TestClock clock() {
        return bean(TestClock.class);
    }

    /** SQL as the application's role. */
    public JdbcClient sql() {
        return bean(JdbcClient.class);
    }

    public <T> T inTransaction(Supplier<T> work) {
        return bean(TransactionTemplate.class).execute(status -> work.get());
    }

    public void inTransaction(Runnable work) {
        bean(TransactionTemplate.class).executeWithoutResult(status -> work.run());
    }

    /** A connection as the role that owns the tables; the caller closes it. */
    public Connection ownerConnection() throws SQLException {
        var postgres = LocalServers.shared().postgres();
        return DriverManager.getConnection(postgres.jdbcUrl(database), postgres.ownerUser(), postgres.ownerPassword());
    }

    /** A person who holds these roles and has no row behind it. */
    public static Actor person(String name, Role... roles) {
        return new Actor(new AccountId(UUID.randomUUID()), name, Set.of(roles));
    }

    /** Takes and finishes everything that is due on a topic. */
    public List<LeasedMessage> drain(String topic) {
        var store = bean(OutboxStore.class);
        var found = store.lease("test", Set.of(topic), 1000, Duration.ofMinutes(1));
        store.done(found.stream().map(LeasedMessage::id).toList());
        return found;
    }

    // No stereotype: an application under test that scans org.kameng must not find this clock.
    @EnableAutoConfiguration
    @ComponentScan("org.kameng.domain")
    static class Configuration {
        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }
}
