package org.kameng.tools.simulators.supplier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kameng.tools.simulators.SecretFile;

/**
 * What a supplier gives to its customer, made at the first start: {@code key}, {@code secrets} (one or two lines, the newest
 * first) and {@code card-key}. {@code code-seed} stays with the supplier.
 */
public final class Credentials {
    /** How the texts of one wire look. */
    public interface Form {
        String newKey();

        /** A fresh secret, or the one that replaces {@code old}. */
        String newSecret(@Nullable String old);

        /** Empty if the wire has no key of its own for cards. */
        String newCardKey();
    }

    private final Form form;
    private final Path secretsFile;
    private final String key;
    private final String cardKey;
    private final Codes codes;
    private final String strangersSecret;
    private List<String> secrets;
    private boolean asked;

    Credentials(Path folder, Form form) throws IOException {
        this.form = form;
        this.secretsFile = folder.resolve("secrets");
        this.key = readOrWrite(folder.resolve("key"), form.newKey());
        this.cardKey = readOrWrite(folder.resolve("card-key"), form.newCardKey());
        this.codes = new Codes(SecretFile.readOrMake(folder.resolve("code-seed")));
        this.secrets = readOrWrite(secretsFile, form.newSecret(null)).lines().toList();
        this.strangersSecret = form.newSecret(secrets.getFirst());
    }

    private static String readOrWrite(Path file, String fresh) throws IOException {
        if (!Files.exists(file)) {
            SecretFile.write(file, fresh + "\n");
        }
        return Files.readString(file).strip();
    }

    public String key() {
        return key;
    }

    public String cardKey() {
        return cardKey;
    }

    public Codes codes() {
        return codes;
    }

    /** All that are accepted, the newest first. */
    public synchronized List<String> secrets() {
        return secrets;
    }

    public synchronized String newest() {
        return secrets.getFirst();
    }

    /** Looks like ours and is not. */
    public String strangersSecret() {
        return strangersSecret;
    }

    /** Turned on, a new secret is out and the old one still accepted; turned off, the old one is refused. */
    synchronized void rotate(boolean on) {
        boolean news = on != asked && on != (secrets.size() == 2);
        asked = on;
        if (!news) {
            return;
        }
        var newest = secrets.getFirst();
        secrets = on ? List.of(form.newSecret(newest), newest) : List.of(newest);
        try {
            SecretFile.write(secretsFile, String.join("\n", secrets) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
