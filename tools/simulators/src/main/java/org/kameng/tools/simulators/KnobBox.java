package org.kameng.tools.simulators;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.Refusal;
import org.kameng.tools.simulators.http.Router;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds the settings that make a simulator misbehave; a PUT changes the named ones and leaves the rest. */
public final class KnobBox<K> {
    private volatile K now;
    private final Class<K> type;
    private final K calm;
    private volatile Consumer<K> listener = knobs -> {};

    @SuppressWarnings("unchecked")
    public KnobBox(K calm) {
        this.calm = calm;
        this.now = calm;
        this.type = (Class<K>) calm.getClass();
    }

    public K get() {
        return now;
    }

    public void set(K knobs) {
        now = knobs;
        listener.accept(knobs);
    }

    /** Hears of every change. */
    public void onChange(Consumer<K> changed) {
        listener = changed;
    }

    /** Back to good behaviour. */
    public void reset() {
        set(calm);
    }

    /** Decides for one request whether a trouble of the given percentage happens. */
    public static boolean hits(int percent) {
        return percent > 0 && (percent >= 100 || ThreadLocalRandom.current().nextInt(100) < percent);
    }

    /** Adds GET, PUT and DELETE (reset) of {@code /control/knobs}. */
    public void route(Router router) {
        router.add("GET", "/control/knobs", r -> Answer.json(200, get()));
        router.add("PUT", "/control/knobs", r -> {
            merge(Answer.JSON.readTree(r.body()));
            return Answer.json(200, get());
        });
        router.add("DELETE", "/control/knobs", r -> {
            reset();
            return Answer.json(200, get());
        });
    }

    private synchronized void merge(JsonNode patch) {
        set(patched(patch));
    }

    /** The settings for one occasion: those of the time it asks, or these with the named ones changed. */
    public Supplier<K> once(@Nullable JsonNode patch) {
        if (patch == null) {
            return this::get;
        }
        var all = patched(patch);
        return () -> all;
    }

    private K patched(JsonNode patch) {
        ObjectNode all = Answer.JSON.valueToTree(get());
        for (var change : patch.properties()) {
            var known = all.get(change.getKey());
            if (known == null) {
                throw new Refusal(400, "PARAM_ERROR", "unknown knob " + change.getKey());
            }
            var value = change.getValue();
            if (value.isBoolean() && known.isNumber()) {
                all.put(change.getKey(), value.booleanValue() ? 100 : 0); // a switch is all or nothing
            } else {
                all.set(change.getKey(), value);
            }
        }
        try {
            return Answer.JSON.treeToValue(all, type);
        } catch (JacksonException e) {
            throw new Refusal(400, "PARAM_ERROR", "a knob has the wrong type");
        }
    }
}
