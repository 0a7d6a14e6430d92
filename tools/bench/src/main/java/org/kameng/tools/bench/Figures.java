package org.kameng.tools.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a run has measured: printed line by line, kept as JSON. */
final class Figures {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Adds a figure; its unit belongs into the name. */
    Figures put(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Adds p50, p90, p99 and max in milliseconds of a histogram of microseconds. */
    Figures latency(String name, Histogram micros) {
        return put(name + " count", micros.getTotalCount())
                .put(name + " p50 ms", millis(micros.getValueAtPercentile(50)))
                .put(name + " p90 ms", millis(micros.getValueAtPercentile(90)))
                .put(name + " p99 ms", millis(micros.getValueAtPercentile(99)))
                .put(name + " max ms", millis(micros.getMaxValue()));
    }

    double number(String name) {
        return values.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** The figures as aligned lines. */
    String text() {
        var lines = new StringBuilder();
        values.forEach((name, value) -> lines.append(String.format(Locale.ROOT, "  %-58s %s%n", name, shown(value))));
        return lines.toString();
    }

    /** Writes the figures to a file, whose folder is made. */
    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writeValueAsString(values));
    }

    private static double millis(long micros) {
        return micros / 1000.0;
    }

    private static Object shown(Object value) {
        return value instanceof Double number ? String.format(Locale.ROOT, "%.2f", number) : value;
    }
}
