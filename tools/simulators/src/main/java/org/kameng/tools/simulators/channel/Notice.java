package org.kameng.tools.simulators.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One notification and what became of it; its id stays the same over repeats and restarts. */
public final class Notice {
    enum State {
        WAITING,
        DELIVERED,
        GIVEN_UP
    }

    /** What was sent in one attempt. */
    public enum Sent {
        GENUINE,
        DROPPED,
        FORGED,
        STALE,
        WRONG_MERCHANT,
        WRONG_AMOUNT,
        REPLAYED
    }

    record Attempt(Instant at, Sent sent, int status) {}

    record View(String id, String type, String number, State state, List<Attempt> attempts) {}

    private final String id;
    private final String type;
    private final String number;
    private final URI url;
    private final Instant createdAt;
    private final Map<String, Object> content;
    private final List<Attempt> attempts = new ArrayList<>();
    private State state = State.WAITING;
    private @Nullable Letter last;

    /** Exactly what went over the wire. */
    public record Letter(Map<String, String> headers, String body) {}

    public Notice(String type, String number, URI url, Instant createdAt, Map<String, Object> content) {
        this.id = id(type, number);
        this.type = type;
        this.number = number;
        this.url = url;
        this.createdAt = createdAt;
        this.content = content;
    }

    static String id(String type, String number) {
        return UUID.nameUUIDFromBytes((type + ":" + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    public String id() {
        return id;
    }

    public String type() {
        return type;
    }

    URI url() {
        return url;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Map<String, Object> content() {
        return content;
    }

    synchronized void sent(Letter letter) {
        last = letter;
    }

    synchronized @Nullable Letter last() {
        return last;
    }

    synchronized int record(Attempt attempt) {
        attempts.add(attempt);
        return attempts.size();
    }

    synchronized void become(State next) {
        state = next;
    }

    synchronized State state() {
        return state;
    }

    synchronized View view() {
        return new View(id, type, number, state, List.copyOf(attempts));
    }
}
