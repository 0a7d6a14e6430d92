package org.kameng.domain.vault;

import java.security.SecureRandom;
import java.util.UUID;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.Ids;
import org.kameng.domain.shared.crypto.AesGcm;
import org.kameng.domain.shared.crypto.Keyring;
import org.kameng.domain.shared.crypto.Keyring.Kind;
import org.springframework.stereotype.Component;

/** Three keys deep: each card's own key, wrapped by its batch's key, wrapped by the key-encryption key of some version. */
@Component
class CardSeal {
    private static final int KEY_BYTES = 32;
    private final Keyring keyring;
    private final SecureRandom random;
    private final Ids ids;

    CardSeal(Keyring keyring, SecureRandom random, Ids ids) {
        this.keyring = keyring;
        this.random = random;
        this.ids = ids;
    }

    /** A card's secret at rest. */
    record Sealed(UUID dataKeyId, byte[] wrappedKey, byte[] ciphertext) {}

    /** A batch key at rest. */
    record WrappedBatchKey(int kekVersion, byte[] bytes) {}

    byte[] newKey() {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    WrappedBatchKey wrap(long batchId, byte[] batchKey) {
        var version = keyring.active(Kind.KEK);
        return new WrappedBatchKey(
                version, AesGcm.seal(keyring.key(Kind.KEK, version), batchContext(batchId), batchKey));
    }

    byte[] unwrap(long batchId, WrappedBatchKey wrapped) {
        return AesGcm.open(keyring.key(Kind.KEK, wrapped.kekVersion()), batchContext(batchId), wrapped.bytes());
    }

    Sealed seal(byte[] batchKey, long cardId, SkuId sku, CardContent content) {
        var dataKeyId = ids.uuid();
        var dataKey = newKey();
        var context = cardContext(cardId, sku, dataKeyId);
        return new Sealed(
                dataKeyId, AesGcm.seal(batchKey, context, dataKey), AesGcm.seal(dataKey, context, content.bytes()));
    }

    CardContent open(byte[] batchKey, long cardId, SkuId sku, Sealed sealed) {
        var context = cardContext(cardId, sku, sealed.dataKeyId());
        var dataKey = AesGcm.open(batchKey, context, sealed.wrappedKey());
        return CardContent.of(AesGcm.open(dataKey, context, sealed.ciphertext()));
    }

    /** A file waits under a key of its own; it is gone long before a rotation could want to wrap that key anew. */
    WrappedBatchKey wrapFileKey(UUID token, byte[] key) {
        var version = keyring.active(Kind.KEK);
        return new WrappedBatchKey(version, AesGcm.seal(keyring.key(Kind.KEK, version), fileContext(token), key));
    }

    byte[] sealFile(UUID token, byte[] key, byte[] file) {
        return AesGcm.seal(key, fileContext(token), file);
    }

    byte[] openFile(UUID token, WrappedBatchKey wrapped, byte[] sealed) {
        var key = AesGcm.open(keyring.key(Kind.KEK, wrapped.kekVersion()), fileContext(token), wrapped.bytes());
        return AesGcm.open(key, fileContext(token), sealed);
    }

    int activeKek() {
        return keyring.active(Kind.KEK);
    }

    private static String batchContext(long batchId) {
        return "card_batch|" + batchId;
    }

    private static String fileContext(UUID token) {
        return "card_import|" + token;
    }

    private static String cardContext(long cardId, SkuId sku, UUID dataKeyId) {
        return "card_secret|" + cardId + "|" + sku + "|" + dataKeyId;
    }
}
