package org.kameng.domain.shared.crypto;

/** Seals personal fields with AES-256-GCM under the active field key; opens what any known key version sealed. */
public interface FieldCipher {
    /** The context ({@code table|column|row id}) is bound to the result: moved to another row it cannot be opened. */
    byte[] encrypt(String context, String plain);

    /** Throws {@link SealBroken} if the bytes were changed, moved, or sealed under a key that is not in the keyring. */
    String decrypt(String context, byte[] sealed);

    /** The key version that sealed these bytes, for rotation sweeps. */
    int version(byte[] sealed);
}
