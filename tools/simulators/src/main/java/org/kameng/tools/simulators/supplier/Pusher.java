package org.kameng.tools.simulators.supplier;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.KnobBox;
import org.kameng.tools.simulators.Timetable;

/** Tells the customer what changed, in the published rhythm until it says that it heard. */
final class Pusher implements AutoCloseable {
    /** Between the attempts. */
    private static final List<Duration> RHYTHM = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6));

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int KEPT = 200;

    record Attempt(Instant at, Letter.Fault fault, int status) {}

    /** What became of one event so far. */
    private record Delivery(
            Event event, List<Attempt> attempts, @Nullable Letter last) {}

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Map<String, Delivery> deliveries = new LinkedHashMap<>();
    private final KnobBox<SupplierKnobs> knobs;
    private final Timetable timetable;
    private final Clock clock;
    private volatile @Nullable Dialect dialect;

    Pusher(KnobBox<SupplierKnobs> knobs, Timetable timetable, Clock clock) {
        this.knobs = knobs;
        this.timetable = timetable;
        this.clock = clock;
    }

    /** From now on it can write. */
    void speak(Dialect words) {
        dialect = words;
    }

    /** Tries at once and again; {@code done} hears how it ended. */
    void send(Event event, BiConsumer<Event, Boolean> done) {
        timetable.at(clock.instant(), () -> attempt(event, 0, done));
    }

    private void attempt(Event event, int count, BiConsumer<Event, Boolean> done) {
        var words = dialect;
        var began = clock.instant();
        var fault = fault();
        boolean heard = words != null && fault != Letter.Fault.DROPPED && post(event, fault, words);
        if (words == null || fault == Letter.Fault.DROPPED) {
            note(event, new Attempt(clock.instant(), Letter.Fault.DROPPED, 0), null);
        }
        if (heard && fault == Letter.Fault.NONE) {
            done.accept(event, true);
        } else if (count < RHYTHM.size()) {
            timetable.at(began.plus(RHYTHM.get(count)), () -> attempt(event, count + 1, done));
        } else {
            done.accept(event, false);
        }
    }

    private Letter.Fault fault() {
        var trouble = knobs.get();
        if (KnobBox.hits(trouble.dropPush())) {
            return Letter.Fault.DROPPED;
        } else if (KnobBox.hits(trouble.forgedPush())) {
            return Letter.Fault.FORGED;
        }
        return KnobBox.hits(trouble.stalePush()) ? Letter.Fault.STALE : Letter.Fault.NONE;
    }

    private boolean post(Event event, Letter.Fault fault, Dialect words) {
        var letter = words.write(event, fault);
        try {
            var answer = http.send(request(letter), HttpResponse.BodyHandlers.ofString());
            note(event, new Attempt(clock.instant(), fault, answer.statusCode()), letter);
            return words.isHeard(answer.statusCode(), answer.body());
        } catch (IOException e) {
            note(event, new Attempt(clock.instant(), fault, 0), letter);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static HttpRequest request(Letter letter) {
        var request = HttpRequest.newBuilder(letter.url())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(letter.body()));
        letter.headers().forEach(request::header);
        return request.build();
    }

    private synchronized void note(Event event, Attempt attempt, @Nullable Letter letter) {
        var known = deliveries.get(event.id());
        var attempts = new ArrayList<>(known == null ? List.<Attempt>of() : known.attempts());
        attempts.add(attempt);
        deliveries.put(event.id(), new Delivery(event, attempts, letter));
        if (deliveries.size() > KEPT) {
            deliveries.remove(deliveries.keySet().iterator().next());
        }
    }

    /** Sends the very bytes of the last attempt again; 0 if nothing was sent yet or nobody answered. */
    int replay(String eventId) {
        Delivery delivery;
        synchronized (this) {
            delivery = deliveries.get(eventId);
        }
        var letter = delivery == null ? null : delivery.last();
        if (delivery == null || letter == null) {
            return 0;
        }
        try {
            int status = http.send(request(letter), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            note(delivery.event(), new Attempt(clock.instant(), Letter.Fault.REPLAYED, status), letter);
            return status;
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Newest first, without the letters. */
    synchronized List<Map<String, Object>> latest(int count) {
        return Store.last(deliveries.values(), count).stream()
                .map(d -> Map.<String, Object>of("event", d.event(), "attempts", d.attempts()))
                .toList();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
