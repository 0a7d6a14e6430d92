package org.kameng.workers.supplier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.supplier.PurchaseRequest;
import org.kameng.domain.supplier.SuppliedItem;

/**
 * Opens the cards of KSP/1. Each is sealed for our number, its place and the SKU that we ordered: what was made for anything
 * else does not open, whatever the answer around it says.
 */
final class KspCards {
    private static final int TAG_BITS = 128;
    private static final int IV_BYTES = 12;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9999;

    private KspCards() {}

    static List<SuppliedItem> open(List<Document> items, PurchaseRequest request, String cardKey) {
        var seen = new HashSet<Integer>();
        var opened = new ArrayList<SuppliedItem>();
        for (var item : items) {
            int seq = item.count("seq");
            boolean inPlace = seq >= 1 && seq <= request.quantity() && seen.add(seq);
            opened.add(
                    inPlace
                            ? open(item, seq, request, cardKey)
                            : new SuppliedItem.Spoilt(seq, SuppliedItem.Fault.UNREADABLE));
        }
        return opened;
    }

    private static SuppliedItem open(Document item, int seq, PurchaseRequest request, String cardKey) {
        try {
            var place = request.purchaseNo() + "|" + seq + "|" + request.supplierSku();
            var card = Document.parse(decrypt(item, place, cardKey));
            return new SuppliedItem.Card(
                    seq,
                    card.text("no"),
                    card.optional("pwd"),
                    card.optional("url"),
                    card.optional("pin"),
                    expiry(item.optional("expiresAt")));
        } catch (AEADBadTagException e) {
            return new SuppliedItem.Spoilt(seq, SuppliedItem.Fault.BAD_TAG);
        } catch (GeneralSecurityException | IllegalArgumentException | DateTimeException | Unclear e) {
            return new SuppliedItem.Spoilt(seq, SuppliedItem.Fault.UNREADABLE);
        }
    }

    private static byte[] decrypt(Document item, String place, String cardKey) throws GeneralSecurityException {
        var iv = base64(item, "iv");
        if (!item.text("alg").equals("A256GCM") || iv.length != IV_BYTES) {
            throw new GeneralSecurityException("not sealed as agreed");
        }
        var ct = base64(item, "ct");
        var tag = base64(item, "tag");
        if (tag.length != TAG_BITS / 8) {
            throw new GeneralSecurityException("not sealed as agreed");
        }
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        var key = new SecretKeySpec(Base64.getDecoder().decode(cardKey), "AES");
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(
                ByteBuffer.allocate(ct.length + tag.length).put(ct).put(tag).array());
    }

    private static byte[] base64(Document item, String name) {
        return Base64.getDecoder().decode(item.text(name));
    }

    static @Nullable LocalDate expiry(@Nullable String time) {
        if (time == null) {
            return null;
        }
        var day = OffsetDateTime.parse(time)
                .withOffsetSameInstant(ZoneOffset.ofHours(8))
                .toLocalDate();
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("no year of a card");
        }
        return day;
    }
}
