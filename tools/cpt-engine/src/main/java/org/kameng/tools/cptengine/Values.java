package org.kameng.tools.cptengine;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares JSON values: numbers as numbers, dates as instants whatever their offset, all else as text. */
final class Values {
    private Values() {}

    static boolean same(@Nullable Object left, @Nullable Object right) {
        return (left == null || right == null) ? Objects.equals(left, right) : compare(left, right) == 0;
    }

    static int compare(Object left, Object right) {
        if (left instanceof Number && right instanceof Number) {
            return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString()));
        }
        var from = date(left);
        var to = date(right);
        return from != null && to != null ? from.compareTo(to) : left.toString().compareTo(right.toString());
    }

    private static @Nullable Instant date(Object value) {
        if (!(value instanceof String text) || text.length() < 17 || text.charAt(10) != 'T') {
            return null;
        }
        try {
            // two equal instants of different offsets are unequal as OffsetDateTime
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
