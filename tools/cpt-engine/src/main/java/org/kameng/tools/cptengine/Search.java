package org.kameng.tools.cptengine;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers a search request ({@code filter}, {@code sort}, {@code page}) over the rows of one view. */
final class Search {
    private static final int DEFAULT_LIMIT = 100;

    private final View view;
    private final Map<String, Object> request;

    Search(View view, Map<String, Object> request) {
        this.view = view;
        this.request = request;
    }

    /** Shape: {@code {"items":[...],"page":{"totalItems":n,"hasMoreTotalItems":false,...}}}. */
    Map<String, Object> over(Collection<Row> rows) {
        var filter = new Filter(view, object("filter"));
        var found = rows.stream().filter(filter::accepts).sorted(order()).toList();
        var page = object("page");
        var limit = number(page.get("limit"), DEFAULT_LIMIT);
        var to = found.size();
        var from = number(page.get("from"), 0);
        if (page.get("after") != null) {
            from = number(page.get("after"), -1) + 1;
        } else if (page.get("before") != null) {
            to = Math.min(to, number(page.get("before"), to));
            from = Math.max(0, to - limit);
        }
        from = Math.clamp(from, 0, to);
        to = Math.min(to, from + limit);
        return answer(found.subList(from, to), found.size(), from);
    }

    private static Map<String, Object> answer(List<Row> items, int total, int from) {
        var page = new LinkedHashMap<String, Object>();
        page.put("totalItems", total);
        page.put("hasMoreTotalItems", false);
        if (!items.isEmpty()) {
            page.put("startCursor", Integer.toString(from));
            page.put("endCursor", Integer.toString(from + items.size() - 1));
        }
        return Map.of("items", items, "page", page);
    }

    private Comparator<Row> order() {
        var order = Comparator.<Row, Integer>comparing(row -> 0);
        for (var element : (List<?>) request.getOrDefault("sort", List.of())) {
            var sort = (Map<?, ?>) element;
            var column = view.column(String.valueOf(sort.get("field")));
            Comparator<Object> values = Values::compare;
            if ("DESC".equalsIgnoreCase(String.valueOf(sort.get("order")))) {
                values = Collections.reverseOrder(values);
            }
            order = order.thenComparing(row -> row.get(column), Comparator.nullsLast(values));
        }
        return order;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> object(String name) {
        return request.get(name) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static int number(@Nullable Object value, int otherwise) {
        return value == null ? otherwise : Integer.parseInt(value.toString());
    }
}
