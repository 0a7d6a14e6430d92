package org.kameng.ui.doubles;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.account.Guests;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.audit.AuditQuery;
import org.kameng.domain.catalog.Catalog;
import org.kameng.domain.catalog.CatalogDesk;
import org.kameng.domain.catalog.ListingLinter;
import org.kameng.domain.ledger.Ledger;
import org.kameng.domain.order.OrderLinks;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.payment.Refunds;
import org.kameng.domain.reminder.ReminderChoice;
import org.kameng.domain.risk.RiskService;
import org.kameng.domain.shared.RateLimits;
import org.kameng.domain.shared.RowVersions;
import org.kameng.domain.statistics.Statistics;
import org.kameng.domain.stock.BatchRecalls;
import org.kameng.domain.stock.StockMeter;
import org.kameng.domain.supplier.SupplierDesk;
import org.kameng.domain.supplier.SupplyDesk;
import org.kameng.domain.vault.CardBox;
import org.kameng.domain.vault.CardFiles;
import org.kameng.domain.vault.CardImports;
import org.kameng.domain.vault.CardVault;
import org.kameng.processes.inbox.TaskInbox;
import org.kameng.processes.incident.Incidents;
import org.kameng.processes.view.ProcessView;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.transaction.support.TransactionOperations;

/** All screens over the stand-ins, without any server behind them. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@ComponentScan("org.kameng.ui")
public class ScreensOverDoubles {

    private final Orders orders = new Orders();

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
    RateLimits limits() {
        return (scope, key, limit, window) -> {};
    }

    @Bean
    RowVersions versions() {
        return (kind, nos) -> Map.of();
    }

    @Bean
    TransactionOperations transactions() {
        return TransactionOperations.withoutTransaction();
    }

    @Bean
    OrderService orders() {
        return orders.service();
    }

    @Bean
    Payments payments() {
        return orders.payments();
    }

    @Bean
    Refunds refunds() {
        return nothing(Refunds.class);
    }

    @Bean
    SupplyDesk supplies() {
        return nothing(SupplyDesk.class);
    }

    @Bean
    Ledger ledger() {
        return nothing(Ledger.class);
    }

    @Bean
    CardVault vault() {
        return nothing(CardVault.class);
    }

    @Bean
    CardBox box() {
        return nothing(CardBox.class);
    }

    @Bean
    CardFiles files() {
        return nothing(CardFiles.class);
    }

    @Bean
    Guests guests() {
        return nothing(Guests.class);
    }

    @Bean
    OrderLinks links() {
        return nothing(OrderLinks.class);
    }

    @Bean
    ReminderChoice reminders() {
        return nothing(ReminderChoice.class);
    }

    @Bean
    CardImports imports() {
        return nothing(CardImports.class);
    }

    @Bean
    CatalogDesk goods() {
        return nothing(CatalogDesk.class);
    }

    @Bean
    ListingLinter linter() {
        return listing -> List.of();
    }

    @Bean
    StockMeter meter() {
        return nothing(StockMeter.class);
    }

    @Bean
    BatchRecalls recalls() {
        return nothing(BatchRecalls.class);
    }

    @Bean
    RiskService risk() {
        return nothing(RiskService.class);
    }

    @Bean
    AuditQuery auditQuery() {
        return nothing(AuditQuery.class);
    }

    @Bean
    TaskInbox inbox() {
        return nothing(TaskInbox.class);
    }

    @Bean
    Statistics statistics() {
        return nothing(Statistics.class);
    }

    @Bean
    Incidents incidents() {
        return nothing(Incidents.class);
    }

    @Bean
    SupplierDesk suppliers() {
        return nothing(SupplierDesk.class);
    }

    @Bean
    ProcessView processes() {
        return nothing(ProcessView.class);
    }

    private static <T> T nothing(Class<T> port) {
        return Partial.of(port, new Object());
    }
}
