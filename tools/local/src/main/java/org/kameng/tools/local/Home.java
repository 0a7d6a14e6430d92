package org.kameng.tools.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One directory with everything a set of servers leaves on disk: data, logs, secrets, pids. */
record Home(Path dir) {
    // A file lock belongs to the whole JVM: threads of one JVM need a lock of their own before it.
    private static final Map<Path, ReentrantLock> IN_THIS_JVM = new ConcurrentHashMap<>();

    static Home open(Path dir) {
        Path absolute = dir.toAbsolutePath().normalize();
        Home home = new Home(absolute);
        try {
            for (Path part : List.of(absolute, home.dataRoot(), home.logs(), home.run(), home.secrets())) {
                Files.createDirectories(part);
            }
            Files.setPosixFilePermissions(home.secrets(), PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new LocalException("Cannot write into " + absolute + ": " + e.getMessage(), e);
        }
        return home;
    }

    Path dataRoot() {
        return dir.resolve("data");
    }

    Path data(String part) {
        return dataRoot().resolve(part);
    }

    Path logs() {
        return dir.resolve("logs");
    }

    Path log(String part) {
        return logs().resolve(part + ".log");
    }

    Path run() {
        return dir.resolve("run");
    }

    Path simulators() {
        return dir.resolve("simulators");
    }

    Path secrets() {
        return dir.resolve("secrets");
    }

    /** Only one process at a time changes whether this part of the directory runs. */
    <T> T locked(String part, Supplier<T> work) {
        Path file = run().resolve(part + ".lock");
        ReentrantLock inner = IN_THIS_JVM.computeIfAbsent(file, _ -> new ReentrantLock());
        inner.lock();
        try {
            if (inner.getHoldCount() > 1) {
                return work.get();
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                return work.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            inner.unlock();
        }
    }

    static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException | UncheckedIOException e) {
            // A server that is just ending removed its own file first; what is left goes with the next sweep.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
