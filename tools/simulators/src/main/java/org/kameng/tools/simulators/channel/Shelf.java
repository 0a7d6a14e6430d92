package org.kameng.tools.simulators.channel;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.Journal;
import org.kameng.tools.simulators.http.Answer;
import tools.jackson.databind.JsonNode;

/** Trades and refunds by all their numbers, journalled before they are visible. Guarded by the channel's book. */
public final class Shelf<T extends ChannelTrade, R extends ChannelRefund> implements AutoCloseable {
    private final Map<String, T> trades = new LinkedHashMap<>();
    private final Map<String, String> byTransaction = new HashMap<>();
    private final Map<String, String> byCode = new HashMap<>();
    private final Map<String, R> refunds = new LinkedHashMap<>();
    private final Map<String, String> byRefundId = new HashMap<>();
    private final Map<String, Set<String>> refundsOfTrade = new HashMap<>();
    private final Set<String> notified = new HashSet<>();
    private final Class<T> tradeType;
    private final Class<R> refundType;
    private final Clock clock;
    private final Journal journal;

    public Shelf(Path file, Clock clock, Class<T> tradeType, Class<R> refundType) throws IOException {
        this.clock = clock;
        this.tradeType = tradeType;
        this.refundType = refundType;
        this.journal = new Journal(file, this::replay);
    }

    public Journal journal() {
        return journal;
    }

    public @Nullable T trade(String outTradeNo) {
        return trades.get(outTradeNo);
    }

    public @Nullable String tradeOfTransaction(String transactionId) {
        return byTransaction.get(transactionId);
    }

    public @Nullable String tradeOfCode(String codeUrl) {
        return byCode.get(codeUrl);
    }

    public @Nullable R refund(String outRefundNo) {
        return refunds.get(outRefundNo);
    }

    public @Nullable String refundOfId(String refundId) {
        return byRefundId.get(refundId);
    }

    public List<R> refundsOf(T trade) {
        var found = new ArrayList<R>();
        for (var number : refundsOfTrade.getOrDefault(trade.outTradeNo(), Set.of())) {
            var refund = refunds.get(number);
            if (refund != null) {
                found.add(refund);
            }
        }
        return found;
    }

    public boolean wasNotified(String notificationId) {
        return notified.contains(notificationId);
    }

    public List<T> trades() {
        return List.copyOf(trades.values());
    }

    public List<R> refunds() {
        return List.copyOf(refunds.values());
    }

    /** Newest first. */
    public List<T> latestTrades(int count) {
        return last(trades.values(), count);
    }

    /** Newest first. */
    public List<R> latestRefunds(int count) {
        return last(refunds.values(), count);
    }

    public T record(String type, T trade) {
        journal.append(type, clock.instant(), "trade", trade);
        return apply(trade);
    }

    public R record(String type, R refund) {
        journal.append(type, clock.instant(), "refund", refund);
        return apply(refund);
    }

    public void recordNotified(String notificationId) {
        journal.append("NOTIFIED", clock.instant(), "notification", notificationId);
        notified.add(notificationId);
    }

    private T apply(T trade) {
        trades.put(trade.outTradeNo(), trade);
        byCode.put(trade.codeUrl(), trade.outTradeNo());
        var transaction = trade.transactionId();
        if (transaction != null) {
            byTransaction.put(transaction, trade.outTradeNo());
        }
        return trade;
    }

    private R apply(R refund) {
        refunds.put(refund.outRefundNo(), refund);
        byRefundId.put(refund.refundId(), refund.outRefundNo());
        refundsOfTrade
                .computeIfAbsent(refund.outTradeNo(), k -> new HashSet<>())
                .add(refund.outRefundNo());
        return refund;
    }

    private void replay(JsonNode entry) {
        if (entry.has("trade")) {
            apply(Answer.JSON.treeToValue(entry.get("trade"), tradeType));
        } else if (entry.has("refund")) {
            apply(Answer.JSON.treeToValue(entry.get("refund"), refundType));
        } else if (entry.has("notification")) {
            notified.add(entry.get("notification").asString());
        }
    }

    private static <E> List<E> last(Collection<E> all, int count) {
        return all.stream().skip(Math.max(0, all.size() - count)).toList().reversed();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
