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
        if (unshare.isPresent() && run(List.of(unshare.get(), "-U", "true"))) {
            // A user namespace without a mapping: not root any more, yet still the owner of its files.
            return List.of(unshare.get(), "-U");
        }
        return find("setpriv")
                .map(found -> List.of(found, "--reuid=65534", "--regid=65534", "--clear-groups"))
                .orElseThrow(
                        () -> new LocalException(
                                "PostgreSQL and Elasticsearch refuse to run as root: install util-linux (unshare or setpriv) or use another user"));
    }

    /** Gives a directory to the user that {@link #unprivileged()} becomes, where that is another one. */
    static void handOver(Path directory) {
        List<String> prefix = unprivileged();
        if (prefix.size() > 2) {
            run(List.of("chown", "-R", "65534:65534", directory.toString()));
        }
    }

    static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
