package org.kameng.tools.simulators.wechat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.KnobBox;
import org.kameng.tools.simulators.SimClock;
import org.kameng.tools.simulators.Timetable;
import org.kameng.tools.simulators.http.Answer;

/** Tells the platform of payments and refunds, in the published rhythm until a 200 or 204 says that it knows. */
final class Notifier implements AutoCloseable {
    /** Between the attempts: 24 h 4 min in all. */
    private static final List<Duration> RHYTHM = List.of(
            Duration.ofSeconds(15),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(3),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofMinutes(30),
            Duration.ofMinutes(60),
            Duration.ofHours(3),
            Duration.ofHours(3),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(6));

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration STALE_AGE = Duration.ofSeconds(301);
    private static final Duration OVERTAKEN = Duration.ofMillis(1500);
    private static final int KEPT = 500;
    private static final int NO_ANSWER = 0;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Map<String, Notice> notices = new LinkedHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final Wire wire;
    private final KnobBox<WeChatKnobs> knobs;
    private final SimClock clock;
    private final Timetable timetable;
    private final Book book;

    Notifier(Wire wire, KnobBox<WeChatKnobs> knobs, SimClock clock, Timetable timetable, Book book) {
        this.wire = wire;
        this.knobs = knobs;
        this.clock = clock;
        this.timetable = timetable;
        this.book = book;
    }

    void tradePaid(Trade trade) {
        var at = trade.paidAt() == null ? clock.instant() : trade.paidAt();
        // A notification tells of the payment; a refund that follows does not change what it said.
        var content = Documents.transaction(trade.in(TradeState.SUCCESS));
        announce("TRANSACTION.SUCCESS", trade.outTradeNo(), trade.notifyUrl(), at, content);
    }

    void refundSettled(RefundRecord refund) {
        if (refund.notifyUrl() != null) {
            var at = refund.settledAt() == null ? clock.instant() : refund.settledAt();
            var content = Documents.refundNotice(refund);
            announce("REFUND." + refund.status(), refund.outRefundNo(), refund.notifyUrl(), at, content);
        }
    }

    private void announce(String type, String number, String url, Instant at, Map<String, Object> content) {
        var notice = new Notice(type, number, URI.create(url), at, content);
        if (book.wasDelivered(notice.id())) {
            return;
        }
        keep(notice);
        var delay = Duration.ofMillis(knobs.get().notifyDelayMs());
        if (knobs.get().reorderNotify() && count.getAndIncrement() % 2 == 0) {
            delay = delay.plus(OVERTAKEN);
        }
        timetable.at(clock.instant().plus(delay), () -> attempt(notice));
    }

    private synchronized void keep(Notice notice) {
        notices.put(notice.id(), notice);
        if (notices.size() > KEPT) {
            var oldest = notices.values().iterator();
            while (notices.size() > KEPT && oldest.hasNext()) {
                if (oldest.next().state() != Notice.State.WAITING) {
                    oldest.remove();
                }
            }
        }
    }

    private void attempt(Notice notice) {
        if (notice.state() != Notice.State.WAITING) {
            return;
        }
        var trouble = knobs.get();
        var sent = choose(trouble);
        int status = NO_ANSWER;
        if (sent != Notice.Sent.DROPPED) {
            var letter = write(notice, sent);
            notice.sent(letter);
            var copies = new ArrayList<Notice.Letter>();
            for (int i = 0; i < trouble.duplicateNotify(); i++) {
                copies.add(write(notice, sent)); // the channel signs every attempt anew
            }
            status = post(notice, letter, copies);
        }
        int attempts = notice.record(new Notice.Attempt(clock.instant(), sent, status));
        if (sent == Notice.Sent.GENUINE && (status == 200 || status == 204)) {
            notice.become(Notice.State.DELIVERED);
            book.delivered(notice.id());
        } else if (attempts > RHYTHM.size()) {
            notice.become(Notice.State.GIVEN_UP);
        } else {
            long pause = Math.round(RHYTHM.get(attempts - 1).toMillis() * trouble.notifyRetryScale());
            timetable.at(clock.instant().plusMillis(pause), () -> attempt(notice));
        }
    }

    private static Notice.Sent choose(WeChatKnobs trouble) {
        if (KnobBox.hits(trouble.dropNotify())) {
            return Notice.Sent.DROPPED;
        } else if (KnobBox.hits(trouble.forgedNotify())) {
            return Notice.Sent.FORGED;
        } else if (KnobBox.hits(trouble.staleNotify())) {
            return Notice.Sent.STALE;
        } else if (KnobBox.hits(trouble.wrongMerchantNotify())) {
            return Notice.Sent.WRONG_MERCHANT;
        } else if (KnobBox.hits(trouble.wrongAmountNotify())) {
            return Notice.Sent.WRONG_AMOUNT;
        }
        return Notice.Sent.GENUINE;
    }

    private Notice.Letter write(Notice notice, Notice.Sent sent) {
        boolean payment = notice.type().startsWith("TRANSACTION");
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("id", notice.id());
        envelope.put("create_time", Wire.time(notice.createdAt()));
        envelope.put("resource_type", "encrypt-resource");
        envelope.put("event_type", notice.type());
        envelope.put("summary", payment ? "支付成功" : "退款结果");
        var plain = Answer.JSON.writeValueAsBytes(bend(notice.content(), sent));
        envelope.put("resource", wire.seal(payment ? "transaction" : "refund", plain));
        var body = Answer.JSON.writeValueAsString(envelope);
        var at = sent == Notice.Sent.STALE ? clock.instant().minus(STALE_AGE) : clock.instant();
        return new Notice.Letter(wire.sign(body, at, sent != Notice.Sent.FORGED), body);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> bend(Map<String, Object> content, Notice.Sent sent) {
        if (sent != Notice.Sent.WRONG_MERCHANT && sent != Notice.Sent.WRONG_AMOUNT) {
            return content;
        }
        var bent = new LinkedHashMap<>(content);
        if (sent == Notice.Sent.WRONG_MERCHANT) {
            bent.put("sub_mchid", "1999999999");
        } else {
            var amount = new LinkedHashMap<>((Map<String, Object>) content.getOrDefault("amount", Map.of()));
            amount.replaceAll((name, value) -> value instanceof Long fen ? (Object) (fen - 1) : value);
            bent.put("amount", amount);
        }
        return bent;
    }

    /** Sends a letter and its copies at once; the answer to the first decides. */
    private int post(Notice notice, Notice.Letter letter, List<Notice.Letter> copies) {
        var others = new ArrayList<CompletableFuture<?>>();
        for (var copy : copies) {
            others.add(http.sendAsync(request(notice, copy), HttpResponse.BodyHandlers.discarding())
                    .handle((answer, failure) -> null));
        }
        try {
            int status = http.send(request(notice, letter), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            CompletableFuture.allOf(others.toArray(CompletableFuture<?>[]::new)).join();
            return status;
        } catch (IOException e) {
            return NO_ANSWER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NO_ANSWER;
        }
    }

    private static HttpRequest request(Notice notice, Notice.Letter letter) {
        var request = HttpRequest.newBuilder(notice.url())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(letter.body()));
        letter.headers().forEach(request::header);
        return request.build();
    }

    /** Sends the very bytes and headers of the last attempt again; 0 if nothing was sent yet or nobody answered. */
    int replay(String id) {
        var notice = find(id);
        var letter = notice == null ? null : notice.last();
        if (notice == null || letter == null) {
            return NO_ANSWER;
        }
        int status = post(notice, letter, List.of());
        notice.record(new Notice.Attempt(clock.instant(), Notice.Sent.REPLAYED, status));
        return status;
    }

    private synchronized @Nullable Notice find(String id) {
        return notices.get(id);
    }

    /** Newest first. */
    synchronized List<Notice.View> latest(int limit) {
        return notices.values().stream()
                .skip(Math.max(0, notices.size() - limit))
                .map(Notice::view)
                .toList()
                .reversed();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
