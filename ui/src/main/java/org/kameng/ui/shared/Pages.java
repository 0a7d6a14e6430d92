package org.kameng.ui.shared;

import com.vaadin.flow.data.provider.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;

/** Reads a grid's window in pages that the services allow. */
public final class Pages {
    public static final int SIZE = 50;

    private Pages() {}

    public static <T, F> Stream<T> stream(Query<T, F> wanted, Function<PageRequest, Slice<T>> read) {
        List<T> rows = new ArrayList<>();
        boolean more = true;
        while (more && rows.size() < wanted.getLimit()) {
            int limit = Math.min(PageRequest.MAX_LIMIT, wanted.getLimit() - rows.size());
            var slice = read.apply(new PageRequest(wanted.getOffset() + rows.size(), limit));
            rows.addAll(slice.rows());
            more = slice.more();
        }
        return rows.stream();
    }
}
