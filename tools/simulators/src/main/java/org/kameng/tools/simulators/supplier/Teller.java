package org.kameng.tools.simulators.supplier;

import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Raises events, once each, and forgets them when they were heard. Used under the lock of the {@link Store}. */
final class Teller {
    private final Store store;
    private final Pusher pusher;
    private final Clock clock;

    Teller(Store store, Pusher pusher, Clock clock) {
        this.store = store;
        this.pusher = pusher;
        this.clock = clock;
    }

    void resume() {
        store.unheard().forEach(event -> pusher.send(event, this::done));
    }

    /** Tells nobody if there is no address. */
    void tell(Event.Kind kind, String subject, @Nullable String url) {
        if (url != null) {
            pusher.send(store.raise(kind, subject, url, clock.instant()), this::done);
        }
    }

    private void done(Event event, boolean heard) {
        synchronized (store) {
            store.recordDone(event.id(), heard ? "HEARD" : "GIVEN_UP");
        }
    }
}
