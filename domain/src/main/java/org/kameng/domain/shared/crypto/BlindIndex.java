package org.kameng.domain.shared.crypto;

import java.util.SequencedMap;

/** A keyed hash (HMAC-SHA256) that finds equal values without showing them. */
public interface BlindIndex {
    /** 32 bytes under the active key. The purpose keeps indexes of different columns apart. */
    byte[] of(String purpose, String normalised);

    /** The active key's version; store it beside the index. */
    int version();

    /** The index under every known key version, the active one first: look up by all of them while a rotation runs. */
    SequencedMap<Integer, byte[]> candidates(String purpose, String normalised);
}
