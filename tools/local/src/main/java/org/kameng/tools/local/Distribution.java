package org.kameng.tools.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A server's archive as Maven fetched it, unpacked once per user into a cache. */
enum Distribution {
    POSTGRES,
    ZEEBE,
    ELASTICSEARCH;

    /** The unpacked directory; unpacks first if nobody did yet. Several users at once do no harm. */
    Path unpacked() {
        Path target = place();
        if (Files.isDirectory(target)) {
            return target;
        }
        String key = name().toLowerCase(Locale.ROOT);
        Path archive = Path.of(archives().getProperty(this == POSTGRES ? key + "." + platform() : key, "-"));
        if (!Files.isRegularFile(archive)) {
            throw new LocalException("No archive of " + target.getFileName() + " for this machine at " + archive
                    + ": build with Maven again (mvn -pl tools/local -am compile)");
        }
        return unpack(archive, target);
    }

    /** Where it is or will be unpacked. */
    Path place() {
        String key = name().toLowerCase(Locale.ROOT);
        return cache().resolve(key + "-" + archives().getProperty(key + ".version"));
    }

    private Path unpack(Path archive, Path target) {
        try {
            Files.createDirectories(target.getParent());
            Path draft = Files.createTempDirectory(target.getParent(), ".unpacking-");
            switch (this) {
                case POSTGRES -> unpackPostgres(archive, draft);
                case ZEEBE -> Unpack.tarGz(archive, draft);
                case ELASTICSEARCH -> Unpack.zip(archive, draft);
            }
            draft.toFile().setReadable(true, false);
            draft.toFile().setExecutable(true, false);
            try {
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                Home.delete(draft);
                if (!Files.isDirectory(target)) {
                    throw e;
                } // somebody else was faster, with the same content
            }
            return target;
        } catch (IOException e) {
            throw new LocalException("Cannot unpack " + archive.getFileName() + ": " + e.getMessage(), e);
        }
    }

    private static void unpackPostgres(Path jar, Path draft) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry inner = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no .txz inside"));
            try (InputStream in = zip.getInputStream(inner)) {
                Unpack.tarXz(in, draft);
            }
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String chip = System.getProperty("os.arch");
        return system + (chip.equals("aarch64") ? "-arm64v8" : "-amd64");
    }

    private static Properties archives() {
        Properties properties = new Properties();
        try (InputStream in = Distribution.class.getResourceAsStream("archives.properties")) {
            if (in == null) {
                throw new LocalException("archives.properties is missing: build tools/local with Maven");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    static Path cache() {
        String named = System.getenv("KAMENG_CACHE");
        if (named != null && !named.isBlank()) {
            return Path.of(named).toAbsolutePath();
        }
        if (Tools.isRoot()) {
            return Path.of("/var/cache/kameng"); // the home of root is closed to the user that the servers run as
        }
        String base = System.getenv("XDG_CACHE_HOME");
        Path root =
                base != null && !base.isBlank() ? Path.of(base) : Path.of(System.getProperty("user.home"), ".cache");
        return root.resolve("kameng");
    }
}
