package org.kameng.tools.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that the current directory is part of. */
final class Checkout {
    private Checkout() {}

    static Path root() {
        String named = System.getenv("KAMENG_ROOT");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        return here;
    }
}
