package org.kameng.ui.shared;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.RowVersions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells open pages that a row they show has changed. One thread per process asks for the versions of all watched rows,
 * a question per kind and round; nothing is heard from events inside this JVM, so it does not matter which process made
 * the change.
 */
public final class ChangeFeed implements SmartLifecycle {
    static final long ROUND_MILLIS = 150;
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);

    private record Row(String kind, String no) {}

    /** One page's interest in a row, with the version it shows. */
    private static final class Watch {
        private final Row row;
        private final Runnable changed;
        private volatile long seen;

        Watch(Row row, long seen, Runnable changed) {
            this.row = row;
            this.seen = seen;
            this.changed = changed;
        }
    }

    private final RowVersions versions;
    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ScheduledExecutorService thread;
    private boolean failing;

    public ChangeFeed(RowVersions versions) {
        this.versions = versions;
    }

    /**
     * Watches a row for as long as the component is attached. {@code shown} is the version on the screen; any other calls
     * {@code changed} under the page's lock. A version may fall: that of a list sums what stands in it.
     */
    public void follow(Component on, String kind, String no, long shown, Runnable changed) {
        on.getElement().getNode().runWhenAttached(ui -> begin(on, ui, kind, no, shown, changed));
    }

    private void begin(Component on, UI ui, String kind, String no, long shown, Runnable changed) {
        // What was on its way when the component left must not reach the page any more: it may show another row by now.
        var registration = watch(
                kind,
                no,
                shown,
                () -> ui.access(() -> {
                    if (on.isAttached()) changed.run();
                }));
        on.addDetachListener(gone -> registration.remove());
    }

    Registration watch(String kind, String no, long shown, Runnable changed) {
        var watch = new Watch(new Row(kind, no), shown, changed);
        watches.add(watch);
        return Registration.once(() -> watches.remove(watch));
    }

    /** Asks once and tells every page whose row has another version; its own thread does this several times a second. */
    public void round() {
        try {
            Map<String, Set<String>> asked = watches.stream()
                    .collect(Collectors.groupingBy(
                            watch -> watch.row.kind, Collectors.mapping(watch -> watch.row.no, Collectors.toSet())));
            Map<Row, Long> now = new HashMap<>();
            asked.forEach((kind, nos) -> ask(kind, nos, now));
            watches.forEach(watch -> tell(watch, now));
            failing = false;
        } catch (RuntimeException e) {
            // The database is away: pages stay as they are, and one line says so until it answers again.
            if (!failing) {
                LOG.warn(
                        "Change feed cannot read row versions: {}", e.getClass().getSimpleName());
            }
            failing = true;
        }
    }

    private void ask(String kind, Collection<String> nos, Map<Row, Long> into) {
        versions.versions(kind, nos).forEach((no, version) -> into.put(new Row(kind, no), version));
    }

    private static void tell(Watch watch, Map<Row, Long> now) {
        var version = now.get(watch.row);
        if (version != null && version != watch.seen) {
            watch.seen = version;
            try {
                watch.changed.run();
            } catch (RuntimeException e) {
                LOG.debug(
                        "A page left while it was told of a change: {}",
                        e.getClass().getSimpleName());
            }
        }
    }

    int watched() {
        return watches.size();
    }

    @Override
    public void start() {
        var executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("change-feed").daemon().factory());
        executor.scheduleWithFixedDelay(this::round, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
        thread = executor;
    }

    @Override
    public void stop() {
        var executor = thread;
        if (executor != null) {
            executor.shutdownNow();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
