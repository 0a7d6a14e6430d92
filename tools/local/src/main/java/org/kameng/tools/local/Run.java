package org.kameng.tools.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command {@code run}: checks, starts, stays, and leaves nothing behind. */
final class Run {
    private static final long NEEDED_MEGABYTES = 2_048;

    private final Settings settings;
    private final Home home;

    Run(Settings settings) {
        this.settings = settings;
        this.home = Home.open(settings.data());
    }

    int execute() {
        long begun = System.nanoTime();
        try (FileChannel channel = FileChannel.open(
                        home.run().resolve("supervisor.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock ignored = claim(channel)) {
            int orphans = Orphans.end(home);
            if (orphans > 0) {
                Out.line("Ended " + orphans + " processes that an earlier run left behind");
            }
            checkDisk();
            Stack stack = new Stack(home, settings);
            checkPorts(stack);
            Child.remember(home, Owner.PART, ProcessHandle.current());
            Registry.add(home);
            Supervisor supervisor = new Supervisor(home, stack.foundation(), stack.house());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(supervisor), "supervisor-end"));
            Out.line("Starting in " + home.dir());
            supervisor.start();
            Out.line("");
            stack.welcome().forEach(Out::line);
            Out.line("Healthy after "
                    + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s; " + Memory.summary(home)
                    + ". Ctrl-C or ./kameng stop ends it.");
            return supervisor.await();
        } catch (IOException e) {
            throw new LocalException("Cannot write to " + home.run() + ": " + e.getMessage(), e);
        }
    }

    private void leave(Supervisor supervisor) {
        supervisor.stop(true);
        Registry.remove(home);
        try {
            Files.deleteIfExists(home.run().resolve(Owner.PART + ".pid"));
        } catch (IOException e) {
            Out.trouble("Could not remove the note of this run: " + e.getMessage());
        }
    }

    private FileLock claim(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            throw busy(e);
        }
        throw busy(null);
    }

    private LocalException busy(@Nullable Throwable cause) {
        return new LocalException(
                "Kameng already runs in " + home.dir() + ": stop it with ./kameng stop, or choose another --data DIR",
                cause);
    }

    private void checkDisk() throws IOException {
        long needed = Long.getLong("kameng.needed.megabytes", NEEDED_MEGABYTES);
        long free = Files.getFileStore(home.dir()).getUsableSpace() / (1024 * 1024);
        if (free < needed) {
            throw new LocalException("Too little disk space for " + home.dir() + ": " + free + " MB free, " + needed
                    + " MB needed; free some or choose another --data DIR");
        }
    }

    private static void checkPorts(Stack stack) {
        List<Ports.Service> busy = stack.services().stream()
                .filter(service -> Ports.isBusy(stack.ports().of(service)))
                .toList();
        if (!busy.isEmpty()) {
            throw new LocalException("Port " + stack.ports().of(busy.getFirst()) + " ("
                    + busy.getFirst().title()
                    + ") is in use by another program: end that, or move all ports with --ports 1000");
        }
    }
}
