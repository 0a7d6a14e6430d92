package org.kameng.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Random keys of one version, as properties and as the file that {@code kameng.keys.file} names. */
public final class TestKeys {
    private TestKeys() {}

    public static Properties properties() {
        var keys = new Properties();
        for (var kind : new String[] {"kek", "field", "index"}) {
            add(keys, kind, 1);
            keys.setProperty(kind + ".active", "1");
        }
        return keys;
    }

    /** Adds another random key without making it the active one. */
    public static void add(Properties keys, String kind, int version) {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        keys.setProperty(kind + "." + version, Base64.getEncoder().encodeToString(key));
    }

    public static Path file() {
        try {
            var file = Files.createTempFile("kameng-test-keys", ".properties");
            file.toFile().deleteOnExit();
            try (var out = Files.newBufferedWriter(file)) {
                properties().store(out, null);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
