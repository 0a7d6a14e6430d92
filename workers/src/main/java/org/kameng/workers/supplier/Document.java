package org.kameng.workers.supplier;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.PlainText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A supplier's JSON, read strictly: what is missing or of the wrong kind makes the answer unclear. */
record Document(JsonNode node) {
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String BROKEN = "BROKEN_ANSWER";
    private static final int LONGEST_LABEL = 100;
    private static final int LONGEST_NUMBER = 24;

    static Document parse(byte[] bytes) {
        try {
            return new Document(JSON.readTree(bytes));
        } catch (JacksonException e) {
            throw new Unclear(BROKEN);
        }
    }

    static Document parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    Document at(String name) {
        return new Document(node.path(name));
    }

    String text(String name) {
        var value = optional(name);
        if (value == null) {
            throw new Unclear(BROKEN);
        }
        return value;
    }

    /** Null if it is missing, null or blank. */
    @Nullable
    String optional(String name) {
        var value = node.path(name);
        return value.isString() && !value.asString().isBlank() ? value.asString() : null;
    }

    /** A number or word of theirs that we keep: printable, and no longer than anybody needs. */
    @Nullable
    String label(String name) {
        var text = optional(name);
        if (text == null) {
            return null;
        }
        return clean(text);
    }

    long number(String name) {
        var value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new Unclear(BROKEN);
        }
        return value.asLong();
    }

    int count(String name) {
        long value = number(name);
        if (value < -1 || value > Integer.MAX_VALUE) {
            throw new Unclear(BROKEN);
        }
        return (int) value;
    }

    static String clean(String text) {
        return PlainText.cut(text.replaceAll("\\p{Cntrl}", ""), LONGEST_LABEL);
    }

    /** A {@link #label} that must be there. */
    String word(String name) {
        var label = label(name);
        if (label == null) {
            throw new Unclear(BROKEN);
        }
        return label;
    }

    /** An amount in fen, never negative. */
    Money fen(String name) {
        return money(number(name));
    }

    /** An amount in yuan of at most two decimals, as a number or a text. */
    Money yuan(String name) {
        try {
            var value = node.path(name);
            var yuan = value.isNumber() ? value.decimalValue() : decimal(text(name));
            return money(yuan.movePointRight(2).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Unclear(BROKEN);
        }
    }

    // Reading a number of millions of digits takes minutes.
    private static BigDecimal decimal(String text) {
        if (text.length() > LONGEST_NUMBER) {
            throw new Unclear(BROKEN);
        }
        return new BigDecimal(text);
    }

    private static Money money(long fen) {
        if (fen < 0) {
            throw new Unclear(BROKEN);
        }
        return Money.ofFen(fen);
    }

    /** The elements of a list; empty if it is missing or null. */
    List<Document> list(String name) {
        var value = node.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
            throw new Unclear(BROKEN);
        }
        return new Document(value).elements();
    }

    List<Document> elements() {
        var all = new ArrayList<Document>();
        node.forEach(element -> all.add(new Document(element)));
        return all;
    }
}
