package org.kameng.tools.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The few system commands we lean on. */
final class Tools {
    private static final String NOBODY = "65534";

    private Tools() {}

    static Optional<String> find(String command) {
        for (String folder :
                System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":", -1)) {
            Path file = Path.of(folder.isEmpty() ? "." : folder, command);
            if (Files.isExecutable(file) && !Files.isDirectory(file)) {
                return Optional.of(file.toString());
            }
        }
        return Optional.empty();
    }

    /** Runs to the end and says whether it went well; its words are thrown away. */
    static boolean run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** What must stand before a command that refuses to run as root; empty for everybody else. */
    static List<String> unprivileged() {
        if (!isRoot()) {
            return List.of();
        }
        Optional<String> unshare = find("unshare");
        if (unshare.isPresent()) {
            // A user namespace of its own: nobody inside, yet still the owner of its files, wherever they are.
            List<String> prefix = List.of(unshare.get(), "--map-user=" + NOBODY, "--map-group=" + NOBODY);
            if (run(concat(prefix, List.of("true")))) {
                return prefix;
            }
        }
        return find("setpriv")
                .map(found -> List.of(found, "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"))
                .orElseThrow(
                        () -> new LocalException(
                                "PostgreSQL and Elasticsearch refuse to run as root: install util-linux (unshare or setpriv) or use another user"));
    }

    /** Gives files to the user that {@link #unprivileged()} really becomes, where that is another one. */
    static void handOver(Path place) {
        List<String> prefix = unprivileged();
        if (prefix.isEmpty() || !prefix.getFirst().endsWith("setpriv")) {
            return;
        }
        run(List.of("chown", "-R", NOBODY + ":" + NOBODY, place.toString()));
        if (!run(concat(prefix, List.of("test", "-r", place.toString())))) {
            throw new LocalException("As root the servers run as nobody, who cannot reach " + place
                    + ": use another user, or allow user namespaces, or choose another folder");
        }
    }

    static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
