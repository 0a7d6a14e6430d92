package org.kameng.tools.cptengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {
    private static final List<Row> TASKS = List.of(
            task("1", "Task_A", 10, "2026-01-01T00:00:00.000Z", List.of("red")),
            task("2", "Task_B", 50, "2026-01-01T09:00+08:00", List.of("red", "blue")),
            task("3", "Other_C", 90, null, List.of()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "elementId     | Task_A                  |       | 1",
                "elementId     | $eq                     | Task_A | 1",
                "elementId     | $neq                    | Task_A | 2,3",
                "elementId     | $like                   | Task_* | 1,2",
                "elementId     | $like                   | Task_? | 1,2",
                "elementId     | $like                   | Task.* | ''",
                "dueDate       | $exists                 | true   | 1,2",
                "dueDate       | $exists                 | false  | 3",
                "dueDate       | $gt                     | 2026-01-01T00:30:00Z | 2",
                "dueDate       | $lte                    | 2026-01-01T01:00:00Z | 1,2",
                "dueDate       | $lt                     | 2026-01-01T01:00:00Z | 1",
                "dueDate       | 2026-01-01T08:00+08:00  |        | 1",
                "candidateGroup | red                    |        | 1,2",
                "candidateGroup | $neq                   | red    | 3",
            })
    void a_filter_keeps_what_fits(String field, String valueOrOperator, String operand, String expected) {
        Object condition = operand == null ? valueOrOperator : Map.of(valueOrOperator, operand);

        assertThat(keys(Map.of("filter", Map.of(field, condition)))).isEqualTo(expected);
    }

    @Test
    void numbers_compare_as_numbers_and_lists_by_membership() {
        assertThat(keys(Map.of("filter", Map.of("priority", Map.of("$gte", 50)))))
                .isEqualTo("2,3");
        assertThat(keys(Map.of("filter", Map.of("priority", Map.of("$gt", 9, "$lt", 51)))))
                .isEqualTo("1,2");
        assertThat(keys(Map.of("filter", Map.of("priority", Map.of("$in", List.of(10, 90))))))
                .isEqualTo("1,3");
        assertThat(keys(Map.of("filter", Map.of("priority", Map.of("$notIn", List.of(10, 90))))))
                .isEqualTo("2");
    }

    @Test
    void what_the_client_leaves_empty_says_nothing() {
        var filter = new HashMap<String, Object>();
        filter.put("name", null);
        filter.put("$or", List.of());
        filter.put("localVariables", List.of());
        filter.put("priority", Map.of("$in", List.of(), "$notIn", List.of()));

        assertThat(keys(Map.of("filter", filter))).isEqualTo("1,2,3");
    }

    @Test
    void what_cannot_be_searched_is_refused_not_ignored() {
        assertThatThrownBy(() -> keys(Map.of("filter", Map.of("localVariables", List.of("x")))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400))
                .hasMessageContaining("localVariables");
        assertThatThrownBy(() -> keys(Map.of("filter", Map.of("priority", Map.of("$regex", "1")))))
                .hasMessageContaining("$regex");
    }

    @Test
    void rows_are_sorted_with_empty_values_last() {
        assertThat(keys(sorted("dueDate", "DESC"))).isEqualTo("2,1,3");
        assertThat(keys(sorted("dueDate", "ASC"))).isEqualTo("1,2,3");
        assertThat(keys(sorted("elementId", "ASC"))).isEqualTo("3,1,2");
    }

    @Test
    void pages_go_forth_and_back() {
        assertThat(keys(Map.of("page", Map.of("from", 1, "limit", 1)))).isEqualTo("2");
        assertThat(keys(Map.of("page", Map.of("after", "0", "limit", 5)))).isEqualTo("2,3");
        assertThat(keys(Map.of("page", Map.of("before", "2", "limit", 1)))).isEqualTo("2");
        assertThat(keys(Map.of("page", Map.of("from", 7)))).isEmpty();
        assertThat(page(Map.of("page", Map.of("from", 1, "limit", 1))))
                .containsEntry("totalItems", 3)
                .containsEntry("startCursor", "1")
                .containsEntry("endCursor", "1");
    }

    private static Map<String, Object> sorted(String field, String order) {
        return Map.of("sort", List.of(Map.of("field", field, "order", order)));
    }

    private static String keys(Map<String, Object> request) {
        var items = (List<?>) new Search(View.USER_TASKS, request).over(TASKS).get("items");
        return String.join(
                ",",
                items.stream()
                        .map(row -> String.valueOf(((Row) row).get("userTaskKey")))
                        .toList());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> page(Map<String, Object> request) {
        return (Map<String, Object>)
                new Search(View.USER_TASKS, request).over(TASKS).get("page");
    }

    private static Row task(String key, String element, int priority, String due, List<String> groups) {
        return new Row(View.USER_TASKS)
                .set("userTaskKey", key)
                .set("elementId", element)
                .set("priority", priority)
                .set("dueDate", due)
                .set("candidateGroups", groups);
    }
}
