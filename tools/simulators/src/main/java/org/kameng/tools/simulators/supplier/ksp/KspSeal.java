package org.kameng.tools.simulators.supplier.ksp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.kameng.tools.simulators.http.Answer;
import org.kameng.tools.simulators.supplier.Codes;
import org.kameng.tools.simulators.supplier.Digests;
import org.kameng.tools.simulators.supplier.Item;

/** Seals a card for one order, unit and SKU. The same card for the same place is the same text, as answers are repeated. */
final class KspSeal {
    private static final int TAG_BYTES = 16;
    private static final int IV_BYTES = 12;

    private final byte[] key;
    private final String kid;
    private final String seed;

    KspSeal(String cardKey) {
        this.key = Base64.getDecoder().decode(cardKey);
        this.kid = Digests.sha256(cardKey).substring(0, 8);
        this.seed = cardKey;
    }

    Map<String, Object> seal(Item item, Codes.Card card) {
        var place = item.sealedFor() + "|" + item.seq() + "|" + item.sku();
        var iv = Arrays.copyOf(Digests.hmac(seed, place + "|" + item.serial()), IV_BYTES);
        var plain = new LinkedHashMap<String, String>();
        plain.put("no", card.number());
        plain.put("pwd", card.password());
        plain.put("url", "");
        plain.put("pin", card.pin());
        var sealed = encrypt(iv, place, Answer.JSON.writeValueAsBytes(plain));
        var tag = Arrays.copyOfRange(sealed, sealed.length - TAG_BYTES, sealed.length);
        if (item.fault() == Item.Fault.BAD_TAG) {
            tag[0] ^= 1;
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("seq", item.seq());
        json.put("kid", kid);
        json.put("alg", "A256GCM");
        json.put("iv", base64(iv));
        json.put("ct", base64(Arrays.copyOf(sealed, sealed.length - TAG_BYTES)));
        json.put("tag", base64(tag));
        json.put("expiresAt", item.expiresAt() == null ? null : KspDialect.time(item.expiresAt()));
        return json;
    }

    private byte[] encrypt(byte[] iv, String place, byte[] plain) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BYTES * 8, iv));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
