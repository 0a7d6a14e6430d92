package org.kameng.domain.vault;

import org.jspecify.annotations.Nullable;
import org.kameng.domain.shared.PlainText;

/** Who looks from where; staff must give a reason. */
public record RevealContext(
        String ip, String device, @Nullable String reason) {
    private static final int MAX_DEVICE = 200;

    String shortDevice() {
        return PlainText.cut(device, MAX_DEVICE);
    }
}
