package org.kameng.tools.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.PlaceOrder;
import org.kameng.domain.order.PlaceResult;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.crypto.FieldCipher;
import org.kameng.domain.vault.CardVault;
import org.kameng.processes.engine.OutboxReceiver;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Customers and stock for a load: the domain in the generator's own process, on the database of a running house. So that
 * placing costs the generator and not the house, its processor time is printed beside the others.
 */
final class Desk implements AutoCloseable {

    private static final SkuId SKU = new SkuId("GM-NEB-30");

    private final ConfigurableApplicationContext context;
    private final HikariDataSource ownerPool;
    private final JdbcClient owner;
    private final OrderService orders;
    private final List<Actor> customers = new ArrayList<>();
    private final SellerId seller;
    private final String run;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {"org.kameng.domain", "org.kameng.processes.inbox"},
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
            excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = OutboxReceiver.class))
    @AutoConfigurationPackage(basePackages = "org.kameng")
    static class NoEngineNoScreens {}

    Desk(House house, String run) {
        this.run = run;
        this.context = new SpringApplicationBuilder(NoEngineNoScreens.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + house.jdbcUrl(),
                        "spring.datasource.username=kameng_app",
                        "spring.datasource.password=" + house.password("kameng_app"),
                        "spring.datasource.hikari.maximum-pool-size=8",
                        "spring.flyway.enabled=false",
                        "spring.jpa.hibernate.ddl-auto=validate",
                        "kameng.keys.file=" + house.keysFile(),
                        "kameng.clock.dial=true",
                        "kameng.demo=false",
                        "kameng.sweeps=false",
                        "logging.level.root=WARN")
                .run();
        this.orders = context.getBean(OrderService.class);
        this.ownerPool = ownerPool(house);
        this.owner = JdbcClient.create(ownerPool);
        this.seller = new SellerId(owner.sql("select seller_id from offer where sku_code = ? order by id limit 1")
                .param(SKU.value())
                .query(String.class)
                .single());
    }

    // A pool: the rig looks fifty times a second, and a new connection each time would cost more than an order.
    private static HikariDataSource ownerPool(House house) {
        var configuration = new HikariConfig();
        configuration.setJdbcUrl(house.jdbcUrl());
        configuration.setUsername("kameng_owner");
        configuration.setPassword(house.password("kameng_owner"));
        configuration.setMaximumPoolSize(4);
        configuration.setMinimumIdle(1);
        return new HikariDataSource(configuration);
    }

    /** Opens accounts that may buy and can be texted; they have no password that anybody knows. */
    void openAccounts(int count) {
        for (var i = 0; i < count; i++) {
            var id = UUID.randomUUID();
            var phone = String.format(Locale.ROOT, "170%08d", i);
            owner.sql("""
                            insert into account (id, version, security_version, phone_sealed, phone_index, phone_index_version, display_name,
                              password_hash, created_at, changed_at)
                            values (?, 0, 0, ?, ?, 1, 'Load', '!', clock_timestamp() - interval '1 year', clock_timestamp())""")
                    .params(
                            id,
                            service(FieldCipher.class).encrypt("account|phone|" + id, phone),
                            (run + phone).getBytes(StandardCharsets.UTF_8))
                    .update();
            owner.sql("insert into account_role values (?, 'CUSTOMER')")
                    .param(id)
                    .update();
            customers.add(new Actor(new AccountId(id), "load", Set.of(Role.CUSTOMER)));
        }
    }

    /** Brings cards into stock through the vault's own import. */
    void stock(int cards) {
        stock(cards, run);
    }

    /** Brings cards into stock whose numbers carry this mark. */
    void stock(int cards, String mark) {
        stock(SKU, cards, mark);
    }

    /** Brings cards of a SKU into stock whose numbers carry this mark. */
    void stock(SkuId sku, int cards, String mark) {
        var operator = new Actor(new AccountId(new UUID(0, 1)), "load operator", Set.of(Role.OPERATOR));
        for (var from = 0; from < cards; from += 10_000) {
            var csv = new StringBuilder("no,pwd,url,pin,expires_on\n");
            for (var i = from; i < Math.min(cards, from + 10_000); i++) {
                csv.append(String.format(Locale.ROOT, "LOAD%s%08d,%016d,,,%n", mark, i, i));
            }
            var bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
            var report = context.getBean(CardVault.class)
                    .importBatch(operator, sku, seller, "load-" + mark + ".csv", new ByteArrayInputStream(bytes));
            if (!report.accepted()) {
                throw new IllegalStateException(
                        "cards refused: " + report.problems().getFirst());
            }
        }
    }

    /** Places one order of one card for customer {@code number}, from an address and device of its own. */
    OrderNo place(int number) {
        return place(number, 1);
    }

    /** Places one order of some cards for customer {@code number}. */
    OrderNo place(int number, int quantity) {
        return place(number, SKU, quantity);
    }

    /** As {@link #place(int)}, of this SKU. */
    OrderNo place(int number, SkuId sku) {
        return place(number, sku, 1);
    }

    private OrderNo place(int number, SkuId sku, int quantity) {
        var terms = orders.noReturnText().version();
        var device = "device-" + run + number;
        var command = new PlaceOrder(run + "-" + number, sku, seller, quantity, true, terms, address(number), device);
        return switch (orders.place(customer(number), command)) {
            case PlaceResult.Placed placed -> placed.no();
            case PlaceResult.SoldOut soldOut -> throw new IllegalStateException("sold out, left " + soldOut.left());
            case PlaceResult.Refused refused -> throw new IllegalStateException("refused " + refused.code());
        };
    }

    /** Whose goods are bought. */
    SellerId seller() {
        return seller;
    }

    /** The SKU that is bought when nothing else is said. */
    SkuId sku() {
        return SKU;
    }

    /** Places the order of customer {@code number}, from an address and device of its own, and answers what came of it. */
    PlaceResult place(int number, Wish wish) {
        var consent =
                wish.account().isEmpty() ? null : orders.accountConsentText().version();
        return orders.place(
                customer(number),
                new PlaceOrder(
                        run + "-" + number,
                        new SkuId(wish.sku()),
                        new SellerId(wish.seller()),
                        wish.quantity(),
                        null,
                        true,
                        orders.noReturnText().version(),
                        address(number),
                        "device-" + run + number,
                        wish.account(),
                        consent));
    }

    private static String address(int number) {
        return "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }

    /** The customer who places order {@code number}. */
    Actor customer(int number) {
        return customers.get(number % customers.size());
    }

    /** A service of the domain or the inbox, as the screens call it. */
    <T> T service(Class<T> type) {
        return context.getBean(type);
    }

    /** The database as its owner sees it: for counting and checking, never for changing what is measured. */
    JdbcClient database() {
        return owner;
    }

    @Override
    public void close() {
        ownerPool.close();
        context.close();
    }
}
