package org.kameng.tools.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The launcher's process, started as a person starts it in the checkout. */
final class Launcher {
    private static final int LAST_SECONDS = 90;
    private static final int TO_PREPARE_MINUTES = 10;

    private Launcher() {}

    /** Returns when all is up. The first caller after a build pays for the fast starts of all others. */
    static Process start(Path data, int offset, List<String> options) {
        var command = command("run", "--data", data.toAbsolutePath().toString(), "--ports", Integer.toString(offset));
        command.addAll(options);
        try {
            if (!prepared())
                Bench.say("The application could not be prepared and starts as ever, which takes three times as long");
            Files.createDirectories(data);
            var launcher =
                    in(House.checkout(), command).redirectErrorStream(true).start();
            try {
                Welcome.await(launcher);
            } catch (RuntimeException e) {
                stop(launcher);
                throw e;
            }
            return launcher;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean prepared() throws IOException, InterruptedException {
        var preparing =
                in(House.checkout(), command("prepare-application")).inheritIO().start();
        if (preparing.waitFor(TO_PREPARE_MINUTES, TimeUnit.MINUTES)) return preparing.exitValue() == 0;
        stop(preparing);
        return false;
    }

    private static List<String> command(String... words) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A rig hurts a part more often than a house should bear.
                "-Dkameng.restarts=9",
                "-jar",
                House.checkout().resolve("tools/local/target/local.jar").toString()));
        command.addAll(List.of(words));
        return command;
    }

    private static ProcessBuilder in(Path folder, List<String> command) {
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    static void stop(Process launcher) {
        launcher.destroy();
        try {
            if (!launcher.waitFor(LAST_SECONDS, TimeUnit.SECONDS)) launcher.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
