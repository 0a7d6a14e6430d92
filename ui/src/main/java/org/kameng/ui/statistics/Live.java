package org.kameng.ui.statistics;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A part of a page that is drawn again only when what it shows has changed: a reader keeps place and focus. */
public final class Live<T> {
    private final Supplier<T> read;
    private final Consumer<T> show;
    private @Nullable T shown;

    public Live(Supplier<T> read, Consumer<T> show) {
        this.read = read;
        this.show = show;
    }

    public void refresh() {
        var now = read.get();
        if (!now.equals(shown)) {
            shown = now;
            show.accept(now);
        }
    }
}
