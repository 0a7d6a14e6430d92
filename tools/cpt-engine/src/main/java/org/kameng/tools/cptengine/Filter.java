package org.kameng.tools.cptengine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The filter object of a search: a plain value means equality, an object holds operators ({@code $eq $neq $exists $in
 * $notIn $like $gt $gte $lt $lte}). The client sends every unused list empty, so empty lists and {@code $or} say nothing.
 */
final class Filter {
    private final View view;
    private final Map<String, Object> conditions;

    Filter(View view, Map<String, Object> conditions) {
        this.view = view;
        this.conditions = conditions;
    }

    boolean accepts(Row row) {
        return conditions.entrySet().stream().allMatch(entry -> accepts(row, entry.getKey(), entry.getValue()));
    }

    private boolean accepts(Row row, String field, @Nullable Object condition) {
        if (condition == null || field.equals("$or") || (condition instanceof Collection<?> list && list.isEmpty())) {
            return true;
        }
        var value = row.get(view.column(field));
        if (condition instanceof Map<?, ?> operators) {
            return operators.entrySet().stream()
                    .allMatch(operator -> applies(operator.getKey().toString(), operator.getValue(), value));
        }
        if (condition instanceof Collection<?> wanted) {
            return value instanceof Collection<?> had && had.containsAll(wanted);
        }
        return any(value, one -> Values.same(one, condition));
    }

    private static boolean applies(String operator, @Nullable Object operand, @Nullable Object value) {
        if (operand == null || operator.equals("$in") || operator.equals("$notIn")) {
            if (!(operand instanceof Collection<?> list) || list.isEmpty()) {
                return true;
            }
            var found = any(value, one -> list.stream().anyMatch(each -> Values.same(one, each)));
            return found == operator.equals("$in");
        }
        return switch (operator) {
            case "$eq" -> any(value, one -> Values.same(one, operand));
            case "$neq" -> !any(value, one -> Values.same(one, operand));
            case "$exists" -> Boolean.parseBoolean(operand.toString()) == (value != null);
            case "$like" -> any(value, one -> one != null && like(operand.toString(), one.toString()));
            case "$gt" -> any(value, one -> one != null && Values.compare(one, operand) > 0);
            case "$gte" -> any(value, one -> one != null && Values.compare(one, operand) >= 0);
            case "$lt" -> any(value, one -> one != null && Values.compare(one, operand) < 0);
            case "$lte" -> any(value, one -> one != null && Values.compare(one, operand) <= 0);
            default -> throw Problem.invalid("unknown filter operator '" + operator + "'");
        };
    }

    /** A list column holds if one of its entries does. */
    private static boolean any(@Nullable Object value, Predicate<@Nullable Object> test) {
        return value instanceof List<?> list ? list.stream().anyMatch(test) : test.test(value);
    }

    private static boolean like(String pattern, String value) {
        var regex = new StringBuilder();
        for (var index = 0; index < pattern.length(); index++) {
            var character = pattern.charAt(index);
            regex.append(
                    switch (character) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(String.valueOf(character));
                    });
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(value).matches();
    }
}
