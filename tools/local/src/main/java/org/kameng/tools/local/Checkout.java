package org.kameng.tools.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that the current directory is part of. */
final class Checkout {
    private Checkout() {}

    /** The path as people of this checkout would name it. */
    static Path relative(Path file) {
        Path root = root().toAbsolutePath();
        return file.startsWith(root) ? root.relativize(file) : file;
    }

    static Path root() {
        String named = System.getenv("KAMENG_ROOT");
        if (named != null && !named.isBlank()) {
            return Path.of(named).toAbsolutePath();
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
