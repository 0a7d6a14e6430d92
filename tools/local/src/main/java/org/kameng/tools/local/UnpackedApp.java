package org.kameng.tools.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The application out of its jar, once per content for all homes of the checkout: a build meanwhile cannot pull it from under a process,
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

    /** What follows the options of the JVM: of what was built last when it is first asked for, and of the same at every restart. */
    static Supplier<List<String>> program() {
        AtomicReference<@Nullable UnpackedApp> chosen = new AtomicReference<>();
        return () -> {
            UnpackedApp app = chosen.get();
            if (app == null || !Files.isDirectory(app.folder)) {
                app = latest();
                chosen.set(app);
            }
            return app.command();
        };
    }

    static UnpackedApp latest() {
        return of(JAR, Checkout.root().resolve(".local").resolve("app"));
    }

    /** Unpacks a jar, unless somebody did already. */
    static UnpackedApp of(Path jar, Path all) {
        try {
            Files.createDirectories(all);
            Path folder = all.resolve(digest(jar));
            try (FileChannel channel = open(all.resolve(".lock"));
                    FileLock ignored = channel.lock()) {
                if (!Files.isDirectory(folder)) {
                    unpack(jar, folder);
                    sweep(all, folder);
                }
            }
            return new UnpackedApp(folder);
        } catch (IOException e) {
            throw new LocalException("Cannot unpack " + Checkout.relative(jar) + ": " + e.getMessage(), e);
        }
    }

    // By content: the time of a jar is the same at every build, and its size often is.
    static String digest(Path jar) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(jar), sha)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        Path draft = folder.resolveSibling(".unpacking");
        Home.delete(draft);
        if (!Tools.run(List.of(
                java(), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", draft.toString()))) {
            Home.delete(draft);
            throw new LocalException("Cannot unpack " + Checkout.relative(jar) + ": build it again");
        }
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes the builds before this one that no process runs. */
    private static void sweep(Path all, Path newest) throws IOException {
        List<String> commands = ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .toList();
        Predicate<Path> runs = build -> commands.stream().anyMatch(command -> command.contains(build.toString()));
        try (Stream<Path> builds = Files.list(all)) {
            builds.filter(Files::isDirectory)
                    .filter(build -> !build.equals(newest))
                    .filter(runs.negate())
                    .forEach(Home::delete);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        if (Files.isRegularFile(cache())) {
            command.addAll(List.of("-XX:AOTCache=" + cache(), "-Xlog:disable", "-Xlog:all=error:stderr"));
        }
        command.addAll(List.of("-jar", jar()));
        return command;
    }

    private List<String> trialCommand(Path draft) {
        return List.of("-XX:AOTCacheOutput=" + draft, "-jar", jar());
    }

    private String jar() {
        return folder.resolve(JAR.getFileName()).toString();
    }

    private Path cache() {
        return folder.resolve("jdk" + Runtime.version() + ".aot");
    }

    /** Makes the cache unless it is there or could not be made before; who comes while it is being made waits for it. */
    int makeCache() {
        Path failed = folder.resolve(".no-cache");
        try (FileChannel channel = open(folder.resolve(".cache.lock"));
                FileLock ignored = channel.lock()) {
            if (Files.exists(cache())) {
                return 0;
            }
            if (Files.exists(failed)) {
                Out.line("The application starts without a cache of its classes: " + Files.readString(failed));
                return 0;
            }
            try {
                trialStart();
            } catch (LocalException e) {
                Files.writeString(failed, String.valueOf(e.getMessage()));
                throw e;
            }
            return 0;
        } catch (IOException e) {
            throw new LocalException("Cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    // A whole house, as the application is not well without its broker. Its end may take a minute: it writes the cache.
    private void trialStart() throws IOException {
        Path draft = folder.resolve(".draft.aot");
        Home home = Home.open(folder.resolve("trial"));
        Orphans.end(home);
        Home.delete(home.dir());
        Home.open(home.dir());
        Child.remember(home, Owner.PART, ProcessHandle.current());
        Registry.add(home);
        Settings settings =
                new Settings(home.dir(), 0, false, false, Set.of("postgres", "zeebe", "simulators", "application"));
        Stack stack = new Stack(home, settings, Ports.free(), () -> trialCommand(draft), TO_WRITE_THE_CACHE);
        Supervisor house = new Supervisor(home, stack.foundation(), stack.house());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> house.stop(false), "trial-end"));
        Out.line("Preparing the application for fast starts, once per build");
        house.start();
        PAGES.forEach(page -> Http.ok(stack.page(page)));
        house.stop(false);
        Registry.remove(home);
        if (!Files.isRegularFile(draft)) {
            throw new LocalException("this JDK wrote none, see " + home.log("application"));
        }
        Files.move(draft, cache(), StandardCopyOption.ATOMIC_MOVE);
        Home.delete(home.dir());
    }

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
