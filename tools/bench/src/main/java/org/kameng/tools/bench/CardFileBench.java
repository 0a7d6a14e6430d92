package org.kameng.tools.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kameng.domain.catalog.Catalog;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.order.OrderService;
import org.kameng.domain.order.PlaceOrder;
import org.kameng.domain.order.PlaceResult;
import org.kameng.domain.payment.Channel;
import org.kameng.domain.payment.ChannelNotice;
import org.kameng.domain.payment.Payments;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.crypto.FieldCipher;
import org.kameng.domain.vault.CardFiles;
import org.kameng.domain.vault.CardVault;
import org.kameng.domain.vault.RevealContext;
import org.kameng.domain.vault.TakenFile;
import org.kameng.tools.local.LocalServers;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One order of ten thousand cards: how long it takes to reserve, deliver and hand over, and how much memory the file needs
 * on its way. The domain runs in this process on a PostgreSQL of its own; the network is left out.
 */
final class CardFileBench {
    private static final SkuId SKU = new SkuId("GM-NEB-30");
    private static final SellerId SELLER = new SellerId("xingzhou");
    private static final int WARM_UP = 200;

    private final int cards;
    private final Figures figures = new Figures();
    private final Path folder = Bench.folder().resolve("card-file");

    CardFileBench(Options options) {
        this.cards = options.number("--cards", 10_000);
    }

    void run() throws IOException {
        Files.createDirectories(folder);
        var servers = LocalServers.own(folder.resolve("servers"));
        try (var shop = shop(servers)) {
            var buyer = distributor(shop);
            stock(shop, cards + WARM_UP);
            // A cold JVM says nothing about the second file of the day.
            take(shop, buyer, delivered(shop, buyer, WARM_UP, "")).writeTo(OutputStream.nullOutputStream());
            var no = delivered(shop, buyer, cards, "order of " + cards + " cards: ");
            time(shop, buyer, no, "first file, which reveals all cards");
            time(shop, buyer, no, "second file");
            time(shop, buyer, no, "third file");
            weigh(shop, buyer, no);
        } finally {
            servers.end();
        }
        figures.write(Bench.folder().resolve("card-file.json"));
        Bench.say(figures.text());
    }

    private OrderNo delivered(ConfigurableApplicationContext shop, Actor buyer, int quantity, String name) {
        var orders = shop.getBean(OrderService.class);
        var words = orders.noReturnText().version();
        var request = UUID.randomUUID().toString();
        var start = System.nanoTime();
        var placed = orders.place(
                buyer, new PlaceOrder(request, SKU, SELLER, quantity, true, words, "10.0.0.1", "bench-" + request));
        if (!(placed instanceof PlaceResult.Placed order)) throw new IllegalStateException("not placed: " + placed);
        var reserved = System.nanoTime();
        pay(shop, order.no());
        var paid = System.nanoTime();
        var result = orders.deliverFromStock(order.no());
        var end = System.nanoTime();
        if (result.delivered() != quantity) throw new IllegalStateException("delivered " + result.delivered());
        if (!name.isEmpty()) {
            figures.put(name + "placed and reserved ms", millis(start, reserved))
                    .put(name + "claimed and delivered ms", millis(paid, end));
        }
        return order.no();
    }

    private static void pay(ConfigurableApplicationContext shop, OrderNo no) {
        var payments = shop.getBean(Payments.class);
        var orders = shop.getBean(OrderService.class);
        var seller = shop.getBean(Catalog.class).seller(SELLER).orElseThrow();
        var attempt = payments.beginAttempt(no, Channel.WECHAT);
        payments.receive(new ChannelNotice(
                Channel.WECHAT,
                "42" + UUID.randomUUID().toString().replace("-", ""),
                Objects.requireNonNull(attempt.outTradeNo()),
                seller.subMchid(),
                orders.facts(no).amount(),
                "bench-payer",
                shop.getBean(Clock.class).instant(),
                ChannelNotice.Source.NOTIFICATION));
    }

    /** Times a file with nobody looking over its shoulder. */
    private void time(ConfigurableApplicationContext shop, Actor buyer, OrderNo no, String name) throws IOException {
        var start = System.nanoTime();
        var out = new Counting();
        take(shop, buyer, no).writeTo(out);
        var end = System.nanoTime();
        figures.put(name + ": first byte ms", millis(start, out.first))
                .put(name + ": last byte ms", millis(start, end))
                .put(name + ": size kB", out.bytes / 1024);
    }

    /** The same once more under collections without end, which would make any time meaningless. */
    private void weigh(ConfigurableApplicationContext shop, Actor buyer, OrderNo no) throws IOException {
        try (var memory = new LiveMemory()) {
            take(shop, buyer, no).writeTo(new Counting());
            figures.put("growth of live heap while a file is written MB", memory.growthMegabytes());
        }
    }

    private static TakenFile take(ConfigurableApplicationContext shop, Actor buyer, OrderNo no) {
        var files = shop.getBean(CardFiles.class);
        return files.take(buyer, no, files.passphrase(), new RevealContext("10.0.0.1", "bench", null));
    }

    private static ConfigurableApplicationContext shop(LocalServers servers) {
        return new SpringApplicationBuilder(Desk.NoEngineNoScreens.class)
                .web(WebApplicationType.NONE)
                .properties(servers.settings(servers.postgres().createDatabase("cardfile")))
                .properties("kameng.demo=true", "logging.level.root=WARN", "logging.level.bench=INFO")
                .run();
    }

    private static Actor distributor(ConfigurableApplicationContext shop) {
        var id = UUID.randomUUID();
        shop.getBean(JdbcClient.class)
                .sql("""
                        insert into account (id, version, security_version, phone_sealed, phone_index, phone_index_version, display_name,
                          password_hash, created_at, changed_at)
                        values (?, 0, 0, ?, ?, 1, 'Bench', '!', clock_timestamp() - interval '1 year', clock_timestamp())""")
                .params(
                        id,
                        shop.getBean(FieldCipher.class).encrypt("account|phone|" + id, "17000000001"),
                        id.toString().getBytes(StandardCharsets.US_ASCII))
                .update();
        return new Actor(new AccountId(id), "bench", Set.of(Role.CUSTOMER, Role.DISTRIBUTOR));
    }

    private static void stock(ConfigurableApplicationContext shop, int cards) {
        var operator = new Actor(new AccountId(new UUID(0, 1)), "bench operator", Set.of(Role.OPERATOR));
        var csv = IntStream.range(0, cards)
                .mapToObj(i -> String.format(Locale.ROOT, "BENCH%09d,%016d,,,", i, i))
                .collect(Collectors.joining("\n", "no,pwd,url,pin,expires_on\n", "\n"));
        var bytes = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
        var report = shop.getBean(CardVault.class).importBatch(operator, SKU, SELLER, "bench.csv", bytes);
        if (!report.accepted()) throw new IllegalStateException("cards refused: " + report.problems());
    }

    private static double millis(long from, long to) {
        return (to - from) / 1e6;
    }

    /** Counts what arrives, and when the first of it did. */
    private static final class Counting extends OutputStream {
        private long bytes;
        private long first;

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            if (bytes == 0) first = System.nanoTime();
            bytes += length;
        }
    }
}
