package org.kameng.tools.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A process of a {@link Home}, remembered on disk by pid and start time so that anybody can find and end it later. */
final class Child {
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(3);

    private static final Object GATE = new Object();
    private static boolean closed;

    private final String part;
    private final Path record;
    private final ProcessHandle handle;

    private Child(String part, Path record, ProcessHandle handle) {
        this.part = part;
        this.record = record;
        this.handle = handle;
    }

    /** From now on this JVM starts nothing more: for the end of a supervisor, which must not race with its own starts. */
    static void closeGate() {
        synchronized (GATE) {
            closed = true;
        }
    }

    static Child start(Home home, String part, List<String> command, Map<String, String> environment, Path directory) {
        // A session of its own: Ctrl-C in the terminal reaches the supervisor only, which ends its children in order.
        List<String> whole = new ArrayList<>(Tools.find("setsid").map(List::of).orElse(List.of()));
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole).directory(directory.toFile());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(home.log(part).toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        try {
            synchronized (GATE) {
                if (closed) {
                    throw new LocalException("Stopping: " + part + " is not started any more");
                }
                return remember(home, part, builder.start().toHandle());
            }
        } catch (IOException e) {
            throw new LocalException("Cannot start " + part + ": " + e.getMessage(), e);
        }
    }

    /** Takes a process that somebody else started into the books. */
    static Child remember(Home home, String part, ProcessHandle handle) {
        Properties facts = new Properties();
        facts.setProperty("pid", Long.toString(handle.pid()));
        handle.info().startInstant().ifPresent(at -> facts.setProperty("started", at.toString()));
        Path record = home.run().resolve(part + ".pid");
        PropertyFiles.write(record, facts);
        return new Child(part, record, handle);
    }

    static Optional<Child> find(Home home, String part) {
        return read(home.run().resolve(part + ".pid"));
    }

    /** All children on record that still live. */
    static List<Child> all(Home home) {
        if (!Files.isDirectory(home.run())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home.run())) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Child> read(Path record) {
        if (!Files.exists(record)) {
            return Optional.empty();
        }
        Properties facts = PropertyFiles.read(record);
        String name = record.getFileName().toString().replaceFirst("\\.pid$", "");
        return ProcessHandle.of(Long.parseLong(facts.getProperty("pid", "0")))
                .filter(found -> sameStart(found, facts.getProperty("started", "")))
                .map(found -> new Child(name, record, found))
                .filter(Child::alive);
    }

    // The number of a process is used again after a while; the start time tells ours from a stranger.
    private static boolean sameStart(ProcessHandle found, String started) {
        Optional<Instant> at = found.info().startInstant();
        if (started.isEmpty() || at.isEmpty()) {
            return false;
        }
        return Duration.between(Instant.parse(started), at.get()).abs().compareTo(CLOCK_SLACK) <= 0;
    }

    String part() {
        return part;
    }

    long pid() {
        return handle.pid();
    }

    ProcessHandle handle() {
        return handle;
    }

    boolean alive() {
        return handle.isAlive() && !isZombie(handle.pid());
    }

    // Where process 1 does not collect orphans, a dead one stays in the table for ever.
    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException | StringIndexOutOfBoundsException e) {
            return false;
        }
    }

    /** Asks the process to end by this signal, waits, then insists. */
    void stop(String signal, Duration patience) {
        Tools.run(List.of("kill", "-" + signal, Long.toString(pid())));
        if (!waitForEnd(patience)) {
            kill();
        }
        forget();
    }

    /** SIGKILL for the process and everything below it. */
    void kill() {
        List<ProcessHandle> below = handle.descendants().toList();
        handle.destroyForcibly();
        below.forEach(ProcessHandle::destroyForcibly);
        waitForEnd(Duration.ofSeconds(10));
        forget();
    }

    private void forget() {
        try {
            if (!alive()) {
                Files.deleteIfExists(record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean waitForEnd(Duration patience) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !alive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !alive();
        }
    }
}
