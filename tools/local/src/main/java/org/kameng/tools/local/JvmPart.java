package org.kameng.tools.local;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A Java program of ours, ready when its addresses answer 200.
 *
 * @param jar what was built last; the process itself runs from a copy
 * @param options of the JVM
 * @param program what follows the options and comes before the arguments
 */
record JvmPart(
        Home home,
        String name,
        String title,
        Path jar,
        List<String> options,
        Supplier<List<String>> program,
        List<String> arguments,
        Map<String, String> environment,
        List<URI> health) {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    /** @param last how long it may take to end */
    Part part(Duration last) {
        return new Part(name, title, this::start, this::healthy, "TERM", last, home.log(name), true);
    }

    private void start() {
        if (!Files.isRegularFile(jar)) {
            throw new LocalException("The " + title + " is not built: no " + Checkout.relative(jar));
        }
        home.locked(name, () -> {
            if (Child.find(home, name).isEmpty()) {
                Child child = Child.start(home, name, command(), environment, home.dir());
                try {
                    new Await(title, PATIENCE, home.log(name)).until(child::alive, this::healthy);
                } catch (RuntimeException e) {
                    child.kill();
                    throw e;
                }
            }
            return name;
        });
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(program.get());
        command.addAll(arguments);
        return command;
    }

    private boolean healthy() {
        return health.stream().allMatch(Http::ok);
    }
}
