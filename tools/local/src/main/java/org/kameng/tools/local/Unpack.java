package org.kameng.tools.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/** Takes archives apart, keeping links and the right to execute; a single top folder is left out. */
final class Unpack {
    private static final int OWNER_MAY_EXECUTE = 0100;

    private Unpack() {}

    static void tarGz(Path archive, Path target) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive), 1 << 16)) {
            tar(in, target, true);
        }
    }

    static void tarXz(InputStream in, Path target) throws IOException {
        tar(new XZInputStream(new BufferedInputStream(in, 1 << 16)), target, false);
    }

    private static void tar(InputStream in, Path target, boolean dropTop) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(in);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = place(target, entry.getName(), dropTop);
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else if (entry.isSymbolicLink()) {
                Files.createDirectories(file.getParent());
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else if (entry.isLink()) {
                Files.createDirectories(file.getParent());
                Files.createLink(file, place(target, entry.getLinkName(), dropTop));
            } else {
                write(tar, file, entry.getMode());
            }
        }
    }

    static void zip(Path archive, Path target) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            for (Enumeration<ZipArchiveEntry> entries = zip.getEntries(); entries.hasMoreElements(); ) {
                ZipArchiveEntry entry = entries.nextElement();
                Path file = place(target, entry.getName(), true);
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    try (InputStream in = zip.getInputStream(entry)) {
                        write(in, file, entry.getUnixMode());
                    }
                }
            }
        }
    }

    private static void write(InputStream in, Path file, int mode) throws IOException {
        Files.createDirectories(file.getParent());
        Files.copy(in, file);
        if ((mode & OWNER_MAY_EXECUTE) != 0) {
            file.toFile().setExecutable(true, false);
        }
    }

    private static Path place(Path target, String name, boolean dropTop) throws IOException {
        Path relative = Path.of(name.replaceFirst("^\\./", ""));
        if (dropTop) {
            relative = relative.getNameCount() > 1 ? relative.subpath(1, relative.getNameCount()) : Path.of("");
        }
        Path place = target.resolve(relative).normalize();
        if (!place.startsWith(target)) {
            throw new IOException("entry outside of the archive: " + name);
        }
        return place;
    }
}
