package org.kameng.workers.supplier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.supplier.SuppliedItem;

/**
 * Opens cards under AES-256-ECB. The mode proves nothing: whatever opens into text is a card, so a stranger's card is found out
 * only by its number.
 */
final class FuluCards {
    private static final int DATE = 10;

    private FuluCards() {}

    static List<SuppliedItem> open(List<Document> cards, List<String> secrets) {
        var opened = new ArrayList<SuppliedItem>();
        for (var card : cards) {
            int seq = opened.size() + 1;
            var password = decrypt(card.optional("card_pwd"), secrets);
            var number = decrypt(card.optional("card_number"), secrets);
            var deadline = card.optional("card_deadline");
            opened.add(
                    password == null
                            ? new SuppliedItem.Spoilt(seq, SuppliedItem.Fault.UNREADABLE)
                            : card(seq, number, password, deadline));
        }
        return opened;
    }

    /** A code without a number of its own stands where others have the password. */
    private static SuppliedItem card(int seq, @Nullable String number, String password, @Nullable String deadline) {
        try {
            var expires =
                    deadline == null || deadline.length() < DATE ? null : LocalDate.parse(deadline.substring(0, DATE));
            return number == null
                    ? new SuppliedItem.Card(seq, password, null, null, null, expires)
                    : new SuppliedItem.Card(seq, number, password, null, null, expires);
        } catch (DateTimeException e) {
            return new SuppliedItem.Spoilt(seq, SuppliedItem.Fault.UNREADABLE);
        }
    }

    /** Null if there is nothing, or nothing that opens under any active secret. */
    static @Nullable String decrypt(@Nullable String sealed, List<String> secrets) {
        if (sealed == null) {
            return null;
        }
        for (var secret : secrets) {
            try {
                var cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
                cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "AES"));
                var plain = cipher.doFinal(Base64.getDecoder().decode(sealed));
                var text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(plain))
                        .toString()
                        .strip();
                if (!text.isEmpty() && text.chars().noneMatch(Character::isISOControl)) {
                    return text;
                }
            } catch (GeneralSecurityException | IllegalArgumentException | CharacterCodingException e) {
                continue; // the other secret may fit
            }
        }
        return null;
    }
}
