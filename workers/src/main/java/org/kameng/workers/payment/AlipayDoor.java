package org.kameng.workers.payment;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import java.util.HashMap;

/** Lets only notifications in that Alipay itself signed just now. */
record AlipayDoor(AlipayApp app, Freshness freshness) {

    /** @param length of the form in bytes, as far as it is known */
    Opened<AlipayNotice> open(AlipayNotice notice, long length) {
        if (length > Opened.LARGEST_BODY) {
            return Opened.malformed("TOO_LARGE");
        }
        var sign = notice.get("sign");
        var sentAt = notice.sentAt();
        if (sign == null || sentAt == null) {
            return Opened.unproven("UNSIGNED");
        }
        // The SDK does not look at the age.
        if (!freshness.isFresh(sentAt)) {
            return Opened.unproven("STALE");
        }
        if (!isSigned(notice)) {
            return Opened.unproven("FORGED");
        }
        // The id of a notification stays the same over its repeats, its time and so its signature do not.
        return freshness.wasUsed(sign) ? Opened.unproven("REPLAYED") : new Opened.Genuine<>(notice, sign);
    }

    // Version 1 of the check leaves sign_type out of the signed text, as the channel does; it wants a map it may
    // change.
    private boolean isSigned(AlipayNotice notice) {
        try {
            return AlipaySignature.rsaCheckV1(new HashMap<>(notice.fields()), app.alipayKey(), "utf-8", "RSA2");
        } catch (AlipayApiException e) {
            return false;
        }
    }
}
