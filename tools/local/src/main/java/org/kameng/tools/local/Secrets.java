package org.kameng.tools.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/** Passwords and keys of a home, made at random at the first start and kept in files for the owner only. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Properties passwords;
    private final Path keysFile;

    private Secrets(Properties passwords, Path keysFile) {
        this.passwords = passwords;
        this.keysFile = keysFile;
    }

    static Secrets of(Home home) {
        return home.locked("secrets", () -> {
            Path passwords = home.secrets().resolve("passwords.properties");
            Path keys = home.secrets().resolve("keys.properties");
            if (!Files.exists(passwords)) {
                PropertyFiles.write(passwords, newPasswords());
            }
            if (!Files.exists(keys)) {
                PropertyFiles.write(keys, newKeys());
            }
            return new Secrets(PropertyFiles.read(passwords), keys);
        });
    }

    private static Properties newPasswords() {
        Properties made = new Properties();
        for (String role : List.of("postgres", "kameng_owner", "kameng_app", "kameng_feed")) {
            made.setProperty(role, word(24));
        }
        return made;
    }

    private static Properties newKeys() {
        Properties made = new Properties();
        for (String kind : List.of("kek", "field", "index")) {
            made.setProperty(kind + ".1", Base64.getEncoder().encodeToString(bytes(32)));
            made.setProperty(kind + ".active", "1");
        }
        return made;
    }

    String password(String role) {
        String password = passwords.getProperty(role);
        if (password == null) {
            throw new LocalException("No password for " + role + " in the secrets folder");
        }
        return password;
    }

    Path keysFile() {
        return keysFile;
    }

    private static String word(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
