package org.kameng.ui.doubles;

import java.time.Clock;
import java.util.Map;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.catalog.Catalog;
import org.kameng.domain.shared.RowVersions;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.transaction.support.TransactionOperations;

/** The screens over the stand-ins, to be looked at in a browser without any server. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@ComponentScan("org.kameng.ui")
public class PreviewApplication {

    public static void main(String[] args) {
        SpringApplication.run(PreviewApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Catalog catalog() {
        return Goods.catalog();
    }

    @Bean
    AccountService accounts() {
        return People.accounts();
    }

    @Bean
    AuditLog audit() {
        return (by, what, kind, no, facts) -> {};
    }

    @Bean
    RowVersions versions() {
        return (kind, nos) -> Map.of();
    }

    @Bean
    TransactionOperations transactions() {
        return TransactionOperations.withoutTransaction();
    }
}
