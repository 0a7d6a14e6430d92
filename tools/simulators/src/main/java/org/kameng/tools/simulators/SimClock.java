package org.kameng.tools.simulators;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.Refusal;
import org.kameng.tools.simulators.http.Request;
import org.kameng.tools.simulators.http.Router;

/** The machine's clock plus an offset that tests and the demo turn. */
public final class SimClock extends Clock {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Duration offset = Duration.ZERO;

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    public void turn(Duration newOffset) {
        offset = newOffset;
        listeners.forEach(Runnable::run);
    }

    public void advance(Duration step) {
        turn(offset.plus(step));
    }

    void onTurn(Runnable listener) {
        listeners.add(listener);
    }

    /** Adds GET and PUT of {@code /control/clock}: one of {@code now}, {@code offsetMillis}, {@code advanceMillis}. */
    public void route(Router router) {
        router.add("GET", "/control/clock", r -> show());
        router.add("PUT", "/control/clock", this::put);
    }

    private Answer put(Request request) {
        var wish = Answer.JSON.readTree(request.body());
        if (wish.has("now")) {
            turn(Duration.between(
                    Clock.systemUTC().instant(), Instant.parse(wish.get("now").asString())));
        } else if (wish.has("offsetMillis")) {
            turn(Duration.ofMillis(wish.get("offsetMillis").asLong()));
        } else if (wish.has("advanceMillis")) {
            advance(Duration.ofMillis(wish.get("advanceMillis").asLong()));
        } else {
            throw new Refusal(400, "PARAM_ERROR", "now, offsetMillis or advanceMillis");
        }
        return show();
    }

    private Answer show() {
        return Answer.json(200, Map.of("now", instant().toString(), "offsetMillis", offset.toMillis()));
    }
}
