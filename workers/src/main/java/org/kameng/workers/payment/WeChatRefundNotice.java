package org.kameng.workers.payment;

import com.google.gson.annotations.SerializedName;
import org.jspecify.annotations.Nullable;

/** The decrypted refund notification of 收付通; the SDK's own type is that of direct merchants and lacks both numbers. */
record WeChatRefundNotice(
        @SerializedName("sp_mchid") @Nullable String spMchid,
        @SerializedName("sub_mchid") @Nullable String subMchid,
        @SerializedName("out_trade_no") @Nullable String outTradeNo,
        @SerializedName("out_refund_no") @Nullable String outRefundNo,
        @SerializedName("refund_id") @Nullable String refundId,
        @SerializedName("refund_status") @Nullable String status,
        @SerializedName("amount") @Nullable Amount amount) {

    /** In fen. */
    record Amount(@SerializedName("refund") @Nullable Long refund) {}
}
