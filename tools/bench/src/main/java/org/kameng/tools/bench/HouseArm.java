package org.kameng.tools.bench;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.kameng.domain.shared.OrderNo;

/** Arm A: the product, with every signature, card, ledger entry and audit row. */
final class HouseArm implements Arm {

    private static final long LOOK_EVERY_MILLIS = 50;

    private final House house;
    private final Desk desk;
    private final IntFunction<OrderNo> placing;
    private final Map<String, CompletableFuture<String>> payable = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Long>> delivered = new ConcurrentHashMap<>();
    private final Map<String, String> tradeNumbers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor();

    HouseArm(House house, Desk desk) {
        this(house, desk, desk::place);
    }

    /** {@code placing} places the order of a number. */
    HouseArm(House house, Desk desk, IntFunction<OrderNo> placing) {
        this.house = house;
        this.desk = desk;
        this.placing = placing;
        looker.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public String place(int number) {
        return awaitPayable(placing.apply(number).value());
    }

    /** Waits until the channel has given a code for this order, and remembers its number. */
    String awaitPayable(String order) {
        tradeNumbers.put(order, wait(payable, order));
        return order;
    }

    @Override
    public void pay(String order) {
        var paid = House.sendJson(
                "POST",
                house.wechat().resolve("/control/pay"),
                "{\"outTradeNo\":\"%s\",\"payerOpenid\":\"payer-%s\"}".formatted(tradeNumbers.get(order), order));
        if (paid.statusCode() >= 300) {
            throw new IllegalStateException("the simulator took no payment: " + paid.statusCode());
        }
    }

    @Override
    public long deliveredAt(String order) {
        return wait(delivered, order);
    }

    @Override
    public void close() {
        looker.shutdownNow();
    }

    private static <T> T wait(Map<String, CompletableFuture<T>> waiting, String order) {
        var future = waiting.computeIfAbsent(order, o -> new CompletableFuture<>());
        try {
            return future.orTimeout(120, TimeUnit.SECONDS).join();
        } finally {
            waiting.remove(order);
        }
    }

    private void look() {
        try {
            if (!payable.isEmpty()) {
                lookForCodes();
            }
            if (!delivered.isEmpty()) {
                lookForDeliveries();
            }
        } catch (RuntimeException e) {
            // The database may be away for a moment; the next look asks again, and waiting orders time out by
            // themselves.
            System.getLogger(HouseArm.class.getName()).log(System.Logger.Level.WARNING, "look failed", e);
        }
    }

    private void lookForCodes() {
        desk.database()
                .sql("select order_no, out_trade_no from payment_attempt where state = 'READY' and order_no = any (?)")
                .param(payable.keySet().toArray(String[]::new))
                .query(row -> {
                    complete(payable, row.getString(1), row.getString(2));
                });
    }

    private void lookForDeliveries() {
        desk.database()
                .sql("select no, delivered_at from orders where delivered_at is not null and no = any (?)")
                .param(delivered.keySet().toArray(String[]::new))
                .query(row -> {
                    complete(delivered, row.getString(1), nanoTime(row.getTimestamp(2)));
                });
    }

    private static <T> void complete(Map<String, CompletableFuture<T>> waiting, String order, T value) {
        var future = waiting.get(order);
        if (future != null) {
            future.complete(value);
        }
    }

    /** The house tells the time of day; the histogram counts {@link System#nanoTime()}. Both clocks are this machine's. */
    private static long nanoTime(Timestamp at) {
        var now = System.nanoTime();
        return now - ChronoUnit.NANOS.between(at.toInstant(), Instant.now());
    }
}
