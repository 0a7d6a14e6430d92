package org.kameng.domain.vault;

import org.jspecify.annotations.Nullable;

/** Who looks from where; staff must give a reason. */
public record RevealContext(
        String ip, String device, @Nullable String reason) {
    private static final int MAX_DEVICE = 200;

    String shortDevice() {
        return device.substring(0, Math.min(device.length(), MAX_DEVICE));
    }
}
