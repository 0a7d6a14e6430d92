package org.kameng.ui.catalog;

import org.kameng.domain.catalog.ProductId;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;

/** Product ids as addresses name them. */
final class ProductIds {

    private ProductIds() {}

    static ProductId of(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new DomainException(ErrorCode.NOT_FOUND);
        }
        return new ProductId(Long.parseLong(text));
    }
}
