package org.kameng.domain.vault;

import java.io.IOException;
import java.io.OutputStream;

/** A file whose taking is recorded; it is written card by card, with no more than a page of them in memory. */
public interface TakenFile {
    /** Without anything secret or personal in it. */
    String name();

    int cards();

    /** Leaves the stream open. Holds no database connection while it writes: the receiver may be slow. */
    void writeTo(OutputStream out) throws IOException;
}
