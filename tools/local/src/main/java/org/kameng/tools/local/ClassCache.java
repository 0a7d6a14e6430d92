package org.kameng.tools.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/**
 * The classes of Zeebe, loaded and linked ahead of time by one trial start: every later start costs half of the processor time.
 * It belongs to one JDK and one distribution and may be missing; then Zeebe starts as it always did.
 */
final class ClassCache {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private ClassCache() {}

    static List<String> options() {
        Path file = file();
        return Files.isRegularFile(file)
                ? List.of("-XX:AOTCache=" + file, "-Xlog:disable", "-Xlog:all=error:stderr")
                : List.of();
    }

    private static Path file() {
        String distribution = String.valueOf(Distribution.ZEEBE.place().getFileName());
        return Distribution.cache().resolve(distribution + "-jdk" + Runtime.version() + ".aot");
    }

    /** Makes the cache unless it is there or being made by somebody else. */
    static int make() {
        Path file = file();
        if (Files.exists(file)) {
            return 0;
        }
        Distribution.ZEEBE.unpacked();
        try (FileChannel channel = FileChannel.open(
                        file.resolveSibling(".prepare.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null && !Files.exists(file)) {
                trialStart(file);
            }
            return 0;
        } catch (IOException e) {
            throw new LocalException("Cannot write to " + file.getParent() + ": " + e.getMessage(), e);
        }
    }

    private static void trialStart(Path file) throws IOException {
        Path draft = file.resolveSibling(".draft.aot");
        Home home = Home.open(file.resolveSibling(".trial"));
        LocalServers.end(home);
        Home fresh = Home.open(home.dir());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LocalServers.end(fresh), "trial-end"));
        LocalZeebe trial = new LocalZeebe(fresh, Ports.free(), false, List.of("-XX:AOTCacheOutput=" + draft));
        Out.line("Preparing Zeebe for fast starts, once per machine");
        trial.start();
        trial.stop(PATIENCE);
        if (Files.isRegularFile(draft)) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
