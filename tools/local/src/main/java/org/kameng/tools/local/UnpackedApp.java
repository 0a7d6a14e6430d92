package org.kameng.tools.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The application out of its jar, once per build for all homes of the checkout: a build meanwhile cannot pull it from under a process,
 * and classes are found sooner than in a jar of jars. A trial start may leave a cache of them, linked and with their profiles; then
 * it starts in a third of the time.
 */
final class UnpackedApp {
    static final Path JAR = Checkout.root().resolve("app/target/kameng.jar");
    private static final Duration TO_WRITE_THE_CACHE = Duration.ofMinutes(4);
    private static final List<String> PAGES = List.of("/", "/p/nebula-expedition", "/login", "/register");

    private final Path folder;

    private UnpackedApp(Path folder) {
        this.folder = folder;
    }

    /** Unpacks what was built last, unless somebody did already. */
    static UnpackedApp latest() {
        try {
            Path all = Files.createDirectories(Checkout.root().resolve(".local").resolve("app"));
            Path folder = all.resolve(Long.toHexString(Files.size(JAR)) + "-"
                    + Long.toHexString(Files.getLastModifiedTime(JAR).toMillis()));
            if (!Files.isDirectory(folder)) {
                unpack(folder);
                sweep(all, folder);
            }
            return new UnpackedApp(folder);
        } catch (IOException e) {
            throw new LocalException("Cannot unpack " + Checkout.relative(JAR) + ": " + e.getMessage(), e);
        }
    }

    private static void unpack(Path folder) throws IOException {
        Path draft = Files.createTempDirectory(folder.getParent(), ".unpacking-");
        if (!Tools.run(List.of(
                java(),
                "-Djarmode=tools",
                "-jar",
                JAR.toString(),
                "extract",
                "--force",
                "--destination",
                draft.toString()))) {
            throw new LocalException("Cannot unpack " + Checkout.relative(JAR) + ": build it again");
        }
        try {
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            Home.delete(draft); // somebody else was faster, with the same content
        }
    }

    /** Deletes the builds before this one that no process runs. */
    private static void sweep(Path all, Path newest) throws IOException {
        List<String> commands = ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .toList();
        Predicate<Path> runs = build -> commands.stream().anyMatch(command -> command.contains(build.toString()));
        try (Stream<Path> builds = Files.list(all)) {
            builds.filter(Files::isDirectory)
                    .filter(build -> !build.equals(newest)
                            && !build.getFileName().toString().startsWith("."))
                    .filter(runs.negate())
                    .forEach(Home::delete);
        }
    }

    /** What follows the options of the JVM. */
    List<String> command() {
        List<String> command = new ArrayList<>();
        if (Files.isRegularFile(cache())) {
            command.addAll(List.of("-XX:AOTCache=" + cache(), "-Xlog:disable", "-Xlog:all=error:stderr"));
        }
        command.addAll(List.of("-jar", program()));
        return command;
    }

    private List<String> trialCommand(Path draft) {
        return List.of("-XX:AOTCacheOutput=" + draft, "-jar", program());
    }

    private String program() {
        return folder.resolve(JAR.getFileName()).toString();
    }

    private Path cache() {
        return folder.resolve("jdk" + Runtime.version() + ".aot");
    }

    /** Makes the cache unless it is there; who comes while it is being made waits for it. */
    int makeCache() {
        try (FileChannel channel = FileChannel.open(
                        folder.resolve(".cache.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock ignored = channel.lock()) {
            if (!Files.exists(cache())) {
                trialStart();
            }
            return 0;
        } catch (IOException e) {
            throw new LocalException("Cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    // A whole house, as the application is not well without its broker; its end may take a minute, in which the cache
    // is written.
    private void trialStart() throws IOException {
        Path draft = folder.resolve(".draft.aot");
        Home home = Home.open(folder.resolve(".trial"));
        Settings settings =
                new Settings(home.dir(), 0, false, false, Set.of("postgres", "zeebe", "simulators", "application"));
        Stack stack = new Stack(home, settings, Ports.free(), () -> trialCommand(draft), TO_WRITE_THE_CACHE);
        Supervisor house = new Supervisor(home, stack.foundation(), stack.house());
        Thread end = new Thread(() -> house.stop(false), "trial-end");
        Runtime.getRuntime().addShutdownHook(end);
        Out.line("Preparing the application for fast starts, once per build");
        house.start();
        PAGES.forEach(page -> Http.ok(stack.page(page)));
        house.stop(false);
        if (Files.isRegularFile(draft)) {
            Files.move(draft, cache(), StandardCopyOption.ATOMIC_MOVE);
        }
        Home.delete(home.dir());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
