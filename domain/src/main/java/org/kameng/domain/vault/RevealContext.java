package org.kameng.domain.vault;

import org.jspecify.annotations.Nullable;

/** Who looks from where; staff must give a reason. */
public record RevealContext(
        String ip, String device, @Nullable String reason) {}
