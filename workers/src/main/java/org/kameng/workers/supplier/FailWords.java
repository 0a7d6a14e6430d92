package org.kameng.workers.supplier;

import org.jspecify.annotations.Nullable;
import org.kameng.domain.supplier.PurchaseReply.Reason;

/** Reasons of suppliers that give words and no codes. What is not understood is OTHER; the words go no further. */
final class FailWords {
    private FailWords() {}

    static Reason reason(@Nullable String words) {
        var text = words == null ? "" : words;
        if (text.contains("地区") || text.contains("归属地")) {
            return Reason.REGION_NOT_SUPPORTED;
        } else if (text.contains("账号") || text.contains("帐号") || text.contains("号码")) {
            return Reason.ACCOUNT_INVALID;
        } else if (text.contains("库存") || text.contains("无货")) {
            return Reason.OUT_OF_STOCK;
        } else if (text.contains("余额")) {
            return Reason.INSUFFICIENT_BALANCE;
        } else if (text.contains("成本价")) {
            return Reason.COST_EXCEEDED;
        }
        return text.contains("下架") || text.contains("商品不") ? Reason.OFF_SALE : Reason.OTHER;
    }
}
