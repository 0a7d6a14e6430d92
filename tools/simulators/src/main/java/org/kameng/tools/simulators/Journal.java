package org.kameng.tools.simulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.http.Request;
import org.kameng.tools.simulators.http.Router;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Append-only file of everything that happened, one JSON object a line. Each line is handed to the operating system
 * before the effect is answered, so it outlives kill -9 of this process; half a line at the end is cut off at start.
 */
public final class Journal implements AutoCloseable {
    private static final int MOST_ENTRIES = 50_000;
    private final Path file;
    private final FileChannel channel;
    private long sequence;

    /** Opens the file and hands every earlier entry to {@code replay}, oldest first. */
    public Journal(Path file, Consumer<JsonNode> replay) throws IOException {
        this.file = file;
        Files.createDirectories(file.toAbsolutePath().getParent());
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(load(replay));
        channel.position(channel.size());
    }

    /** Appends one entry; the value is written under its own name. */
    public synchronized void append(String type, Instant at, String name, Object value) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("seq", ++sequence);
        entry.put("at", at.toString());
        entry.put("type", type);
        entry.put(name, value);
        var line = ByteBuffer.wrap((Answer.JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds {@code GET /control/journal?after=SEQ&type=TYPE}: entries in order, at most 50,000 a call. */
    public void route(Router router) {
        router.add("GET", "/control/journal", this::list);
    }

    private Answer list(Request request) throws IOException {
        var after = request.parameter("after");
        var type = request.parameter("type");
        long from = after == null ? 0 : Long.parseLong(after);
        List<JsonNode> found = new ArrayList<>();
        try (var lines = Files.lines(file)) {
            lines.map(Journal::parse)
                    .filter(n -> n != null && n.path("seq").asLong() > from)
                    .filter(n -> type == null || type.equals(n.path("type").asString()))
                    .limit(MOST_ENTRIES)
                    .forEach(found::add);
        }
        return Answer.json(200, Map.of("entries", found));
    }

    private static @Nullable JsonNode parse(String line) {
        try {
            return Answer.JSON.readTree(line);
        } catch (JacksonException e) {
            return null;
        }
    }

    private long load(Consumer<JsonNode> replay) throws IOException {
        long whole = 0;
        var bytes = Files.readAllBytes(file);
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\n') {
                continue;
            }
            var entry = Answer.JSON.readTree(bytes, start, i - start);
            sequence = entry.path("seq").asLong();
            replay.accept(entry);
            start = i + 1;
            whole = start;
        }
        return whole;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
