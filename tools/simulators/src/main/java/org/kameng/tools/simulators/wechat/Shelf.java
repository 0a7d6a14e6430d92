package org.kameng.tools.simulators.wechat;

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

/** Orders and refunds by all their numbers, journalled before they are visible. Guarded by the {@link Book}. */
final class Shelf implements AutoCloseable {
    private final Map<String, Trade> trades = new LinkedHashMap<>();
    private final Map<String, String> byTransaction = new HashMap<>();
    private final Map<String, String> byCode = new HashMap<>();
    private final Map<String, RefundRecord> refunds = new LinkedHashMap<>();
    private final Map<String, String> byRefundId = new HashMap<>();
    private final Map<String, Set<String>> refundsOfTrade = new HashMap<>();
    private final Set<String> notified = new HashSet<>();
    private final Clock clock;
    private final Journal journal;

    Shelf(Path file, Clock clock) throws IOException {
        this.clock = clock;
        this.journal = new Journal(file, this::replay);
    }

    Journal journal() {
        return journal;
    }

    @Nullable
    Trade trade(String outTradeNo) {
        return trades.get(outTradeNo);
    }

    @Nullable
    String tradeOfTransaction(String transactionId) {
        return byTransaction.get(transactionId);
    }

    @Nullable
    String tradeOfCode(String codeUrl) {
        return byCode.get(codeUrl);
    }

    @Nullable
    RefundRecord refund(String outRefundNo) {
        return refunds.get(outRefundNo);
    }

    @Nullable
    String refundOfId(String refundId) {
        return byRefundId.get(refundId);
    }

    List<RefundRecord> refundsOf(Trade trade) {
        var found = new ArrayList<RefundRecord>();
        for (var number : refundsOfTrade.getOrDefault(trade.outTradeNo(), Set.of())) {
            var refund = refunds.get(number);
            if (refund != null) {
                found.add(refund);
            }
        }
        return found;
    }

    boolean wasNotified(String notificationId) {
        return notified.contains(notificationId);
    }

    List<Trade> trades() {
        return List.copyOf(trades.values());
    }

    List<RefundRecord> refunds() {
        return List.copyOf(refunds.values());
    }

    /** Newest first. */
    List<Trade> latestTrades(int count) {
        return last(trades.values(), count);
    }

    /** Newest first. */
    List<RefundRecord> latestRefunds(int count) {
        return last(refunds.values(), count);
    }

    Trade record(String type, Trade trade) {
        journal.append(type, clock.instant(), "trade", trade);
        return apply(trade);
    }

    RefundRecord record(String type, RefundRecord refund) {
        journal.append(type, clock.instant(), "refund", refund);
        return apply(refund);
    }

    void recordNotified(String notificationId) {
        journal.append("NOTIFIED", clock.instant(), "notification", notificationId);
        notified.add(notificationId);
    }

    private Trade apply(Trade trade) {
        trades.put(trade.outTradeNo(), trade);
        byCode.put(trade.codeUrl(), trade.outTradeNo());
        if (trade.transactionId() != null) {
            byTransaction.put(trade.transactionId(), trade.outTradeNo());
        }
        return trade;
    }

    private RefundRecord apply(RefundRecord refund) {
        refunds.put(refund.outRefundNo(), refund);
        byRefundId.put(refund.refundId(), refund.outRefundNo());
        refundsOfTrade
                .computeIfAbsent(refund.outTradeNo(), k -> new HashSet<>())
                .add(refund.outRefundNo());
        return refund;
    }

    private void replay(JsonNode entry) {
        if (entry.has("trade")) {
            apply(Answer.JSON.treeToValue(entry.get("trade"), Trade.class));
        } else if (entry.has("refund")) {
            apply(Answer.JSON.treeToValue(entry.get("refund"), RefundRecord.class));
        } else if (entry.has("notification")) {
            notified.add(entry.get("notification").asString());
        }
    }

    private static <T> List<T> last(Collection<T> all, int count) {
        return all.stream().skip(Math.max(0, all.size() - count)).toList().reversed();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
