package org.kameng.tools.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

/** The directories that this checkout runs something in, wherever they are: {@code stop} reads it. */
final class Registry {
    private static final String HOME = "home";

    private Registry() {}

    private static Path folder() {
        return Checkout.root().resolve(".local").resolve("runs");
    }

    private static Path entry(Path home) {
        return folder().resolve(
                        UUID.nameUUIDFromBytes(home.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                + ".properties");
    }

    static void add(Home home) {
        try {
            Files.createDirectories(folder());
        } catch (IOException e) {
            throw new LocalException("Cannot write to " + folder() + ": " + e.getMessage(), e);
        }
        Properties facts = new Properties();
        facts.setProperty(HOME, home.dir().toString());
        PropertyFiles.write(entry(home.dir()), facts);
    }

    static void remove(Home home) {
        try {
            Files.deleteIfExists(entry(home.dir()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Home> all() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .map(file -> new Home(Path.of(PropertyFiles.read(file).getProperty(HOME))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
