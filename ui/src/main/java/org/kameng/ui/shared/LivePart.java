package org.kameng.ui.shared;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a page that is drawn anew only when what it shows has changed: an open card stays open, typed text stays. */
public class LivePart<T> extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Function<T, List<? extends Component>> draw;
    private transient @Nullable T shown;

    public LivePart(Function<T, List<? extends Component>> draw) {
        this.draw = draw;
        addClassName("k-part");
    }

    public void show(T now) {
        if (now.equals(shown)) return;
        shown = now;
        removeAll();
        draw.apply(now).forEach(this::add);
    }
}
