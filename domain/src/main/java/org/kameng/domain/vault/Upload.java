package org.kameng.domain.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.PlainText;

/** A file as it came in; its bytes hold secrets and are never printed. */
record Upload(String name, byte[] bytes, byte[] sha256) {

    /** Reads one byte more than is allowed, so that a file that is too large is seen to be. */
    static Upload read(@Nullable String fileName, InputStream csv) {
        try {
            var bytes = csv.readNBytes(CardFile.MAX_BYTES + 1);
            return new Upload(shortName(fileName), bytes, digest(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String hash() {
        return HexFormat.of().formatHex(sha256);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("no SHA-256", impossible);
        }
    }

    private static String shortName(@Nullable String fileName) {
        var plain = fileName == null
                ? ""
                : fileName.replaceAll("[\\p{Cntrl}/\\\\]", "").strip();
        return plain.isEmpty() ? "cards.csv" : PlainText.cut(plain, 120);
    }

    @Override
    public String toString() {
        return "Upload[" + name + "]";
    }
}
