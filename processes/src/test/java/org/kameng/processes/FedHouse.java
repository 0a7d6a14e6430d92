package org.kameng.processes;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.Role;
import org.kameng.tools.local.LocalServers;
import org.kameng.tools.local.PostgresServer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Domain and processes over a real PostgreSQL; the feed's rows are written by the test, no broker runs. */
public final class FedHouse implements AutoCloseable {
    private final PostgresServer postgres = LocalServers.shared().postgres();
    private final String database;
    private final ConfigurableApplicationContext spring;

    /** @param name of its database, or what that begins with */
    public FedHouse(String name) {
        database = postgres.createDatabase(name);
        spring = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(LocalServers.shared().settings(database))
                .properties("kameng.roles=ui", "logging.level.root=warn")
                .run();
    }

    public static Actor person(String name, Role role) {
        return new Actor(new AccountId(UUID.randomUUID()), name, Set.of(role));
    }

    public <T> T bean(Class<T> type) {
        return spring.getBean(type);
    }

    /** Writes as the feed. */
    public void feed(String statement) throws SQLException {
        try (var feed = DriverManager.getConnection(
                        postgres.jdbcUrl(database), postgres.feedUser(), postgres.feedPassword());
                var sql = feed.createStatement()) {
            sql.executeUpdate(statement);
        }
    }

    @Override
    public void close() {
        spring.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {"org.kameng.domain", "org.kameng.processes"},
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
    static class Application {}
}
