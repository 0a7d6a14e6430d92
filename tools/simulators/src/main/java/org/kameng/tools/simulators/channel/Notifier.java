package org.kameng.tools.simulators.channel;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.KnobBox;
import org.kameng.tools.simulators.SimClock;
import org.kameng.tools.simulators.Timetable;

/** Tells the platform of payments and refunds, in the channel's rhythm until the answer says that it knows. */
public final class Notifier implements AutoCloseable {
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
    private final Handwriting hand;
    private final Supplier<? extends NoticeTroubles> knobs;
    private final SimClock clock;
    private final Timetable timetable;
    private final Memory memory;

    /** Which notifications need no telling any more, also after a restart. */
    public interface Memory {
        boolean wasDelivered(String notificationId);

        void delivered(String notificationId);
    }

    private record Reply(int status, String body) {}

    public Notifier(
            Handwriting hand,
            Supplier<? extends NoticeTroubles> knobs,
            SimClock clock,
            Timetable timetable,
            Memory memory) {
        this.hand = hand;
        this.knobs = knobs;
        this.clock = clock;
        this.timetable = timetable;
        this.memory = memory;
    }

    /** Begins to tell, unless it is known already. */
    public void announce(Notice notice) {
        announce(notice, knobs);
    }

    /** As {@link #announce(Notice)}, with troubles of its own up to the first attempt. */
    public void announce(Notice notice, Supplier<? extends NoticeTroubles> first) {
        if (memory.wasDelivered(notice.id())) {
            return;
        }
        keep(notice);
        var delay = Duration.ofMillis(first.get().notifyDelayMs());
        if (first.get().reorderNotify() && count.getAndIncrement() % 2 == 0) {
            delay = delay.plus(OVERTAKEN);
        }
        timetable.at(clock.instant().plus(delay), () -> attempt(notice, first));
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

    private void attempt(Notice notice, Supplier<? extends NoticeTroubles> troubles) {
        if (notice.state() != Notice.State.WAITING) {
            return;
        }
        var trouble = troubles.get();
        var sent = choose(trouble);
        var reply = sent == Notice.Sent.DROPPED ? null : send(notice, sent, trouble.duplicateNotify());
        int attempts = notice.record(new Notice.Attempt(clock.instant(), sent, status(reply)));
        if (sent == Notice.Sent.GENUINE && reply != null && hand.isReceipt(reply.status(), reply.body())) {
            notice.become(Notice.State.DELIVERED);
            memory.delivered(notice.id());
        } else if (attempts > hand.rhythm().size()) {
            notice.become(Notice.State.GIVEN_UP);
        } else {
            long pause = Math.round(hand.rhythm().get(attempts - 1).toMillis() * trouble.notifyRetryScale());
            timetable.at(clock.instant().plusMillis(pause), () -> attempt(notice, knobs));
        }
    }

    private static Notice.Sent choose(NoticeTroubles trouble) {
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

    private @Nullable Reply send(Notice notice, Notice.Sent sent, int duplicates) {
        var letter = write(notice, sent);
        notice.sent(letter);
        var copies = new ArrayList<Notice.Letter>();
        for (int i = 0; i < duplicates; i++) {
            copies.add(write(notice, sent)); // the channel signs every attempt anew
        }
        return post(notice, letter, copies);
    }

    private Notice.Letter write(Notice notice, Notice.Sent sent) {
        var now = clock.instant();
        return hand.write(notice, sent, sent == Notice.Sent.STALE ? now.minus(STALE_AGE) : now);
    }

    /** Sends a letter and its copies at once; the answer to the first decides. */
    private @Nullable Reply post(Notice notice, Notice.Letter letter, List<Notice.Letter> copies) {
        var others = new ArrayList<CompletableFuture<?>>();
        for (var copy : copies) {
            others.add(http.sendAsync(request(notice, copy), HttpResponse.BodyHandlers.discarding())
                    .handle((answer, failure) -> null));
        }
        try {
            var answer = http.send(request(notice, letter), HttpResponse.BodyHandlers.ofString());
            CompletableFuture.allOf(others.toArray(CompletableFuture<?>[]::new)).join();
            return new Reply(answer.statusCode(), answer.body());
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static HttpRequest request(Notice notice, Notice.Letter letter) {
        var request = HttpRequest.newBuilder(notice.url())
                .timeout(PATIENCE)
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
        int status = status(post(notice, letter, List.of()));
        notice.record(new Notice.Attempt(clock.instant(), Notice.Sent.REPLAYED, status));
        return status;
    }

    private static int status(@Nullable Reply reply) {
        return reply == null ? NO_ANSWER : reply.status();
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
