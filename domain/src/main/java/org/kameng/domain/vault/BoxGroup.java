package org.kameng.domain.vault;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.ProductId;

/** The cards of one product in a box; {@code nextExpiry} is the nearest day of expiry from today on. */
public record BoxGroup(
        ProductId product,
        String nameZh,
        String nameEn,
        int cards,
        int fresh,
        @Nullable LocalDate nextExpiry) {}
