package org.kameng.domain.shared;

import java.util.List;
import java.util.function.Function;

/** One page of rows and whether another follows; counting everything is not promised. */
public record Slice<T>(List<T> rows, boolean more) {
    public Slice {
        rows = List.copyOf(rows);
    }

    /** Builds the page from a read that asked for {@link PageRequest#limitPlusOne()} rows. */
    public static <T> Slice<T> of(List<T> limitPlusOne, PageRequest page) {
        var more = limitPlusOne.size() > page.limit();
        return new Slice<>(more ? limitPlusOne.subList(0, page.limit()) : limitPlusOne, more);
    }

    public <R> Slice<R> map(Function<? super T, ? extends R> change) {
        return new Slice<>(rows.stream().<R>map(change).toList(), more);
    }
}
