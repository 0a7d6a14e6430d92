package org.kameng.tools.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Jars as they were when a process started: a build meanwhile must not pull them from under it. */
final class Jars {
    private Jars() {}

    static Path copyFor(Home home, Path jar) {
        try {
            Path folder = Files.createDirectories(home.run().resolve("jars"));
            Path draft = Files.createTempFile(folder, ".draft", "");
            Files.copy(jar, draft, StandardCopyOption.REPLACE_EXISTING);
            return Files.move(draft, folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LocalException("Cannot copy " + jar.getFileName() + ": " + e.getMessage(), e);
        }
    }
}
