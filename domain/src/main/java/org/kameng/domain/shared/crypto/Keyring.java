package org.kameng.domain.shared.crypto;

import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All keys of this installation by kind and version. Never prints a key. */
public final class Keyring {
    static final int KEY_BYTES = 32;

    /** What a key is for; a key never serves two kinds. */
    public enum Kind {
        /** Wraps the batch keys of the card vault. */
        KEK,
        /** Seals personal fields. */
        FIELD,
        /** Makes blind indexes. */
        INDEX;

        String property() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Kind, Map<Integer, byte[]>> keys = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> active = new EnumMap<>(Kind.class);

    private Keyring() {}

    /** Reads {@code kek.1=}, {@code field.1=}, {@code index.1=} (base64 of 32 bytes each) and {@code kek.active=1} etc. */
    public static Keyring of(Properties properties) {
        var ring = new Keyring();
        for (var kind : Kind.values()) {
            var found = readKeys(kind, properties);
            ring.keys.put(kind, found);
            ring.active.put(kind, readActive(kind, properties, found.keySet()));
        }
        return ring;
    }

    /** The raw 32 bytes (a copy); SealBroken if this keyring has no such version. */
    public byte[] key(Kind kind, int version) {
        var key = keysOf(kind).get(version);
        if (key == null) throw new SealBroken("no " + kind.property() + " key of version " + version);
        return key.clone();
    }

    public int active(Kind kind) {
        return Objects.requireNonNull(active.get(kind));
    }

    public Set<Integer> versions(Kind kind) {
        return new TreeSet<>(keysOf(kind).keySet());
    }

    @Override
    public String toString() {
        return "Keyring" + active;
    }

    private Map<Integer, byte[]> keysOf(Kind kind) {
        return Objects.requireNonNull(keys.get(kind));
    }

    private static Map<Integer, byte[]> readKeys(Kind kind, Properties properties) {
        var found = new TreeMap<Integer, byte[]>();
        for (var name : properties.stringPropertyNames()) {
            if (name.matches(kind.property() + "\\.[1-9][0-9]{0,1}")) {
                found.put(
                        Integer.valueOf(name.substring(name.indexOf('.') + 1)),
                        decode(name, properties.getProperty(name)));
            }
        }
        return found;
    }

    private static byte[] decode(String name, String base64) {
        try {
            var key = Base64.getDecoder().decode(base64.strip());
            if (key.length == KEY_BYTES) return key;
        } catch (IllegalArgumentException notBase64) {
            throw new KeyringUnusable(name + " is not base64");
        }
        throw new KeyringUnusable(name + " is not " + KEY_BYTES + " bytes long");
    }

    private static int readActive(Kind kind, Properties properties, Set<Integer> known) {
        var name = kind.property() + ".active";
        var text = properties.getProperty(name, "").strip();
        if (!text.matches("[1-9][0-9]{0,1}")) throw new KeyringUnusable(name + " must name a key version, e.g. 1");
        var version = Integer.parseInt(text);
        if (!known.contains(version)) throw new KeyringUnusable(kind.property() + "." + version + " is missing");
        return version;
    }
}
