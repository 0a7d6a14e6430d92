package org.kameng.tools.simulators.supplier;

/** Why a supplier refuses. Each wire has its own code for it; some have nothing but the words. */
public enum Why {
    SKU_NOT_FOUND("商品不存在"),
    SKU_OFF("商品已下架"),
    OUT_OF_STOCK("库存不足"),
    INSUFFICIENT_BALANCE("余额不足"),
    COST_EXCEEDED("低于成本价"),
    ACCOUNT_INVALID("充值账号不存在或格式错误"),
    REGION_NOT_SUPPORTED("该地区不支持充值"),
    LIMITED("请求过于频繁"),
    IDEMPOTENCY_CONFLICT("订单号已存在"),
    ORDER_NOT_FOUND("订单不存在"),
    PARAM_ERROR("参数错误"),
    BAD_SIGNATURE("签名错误"),
    STALE("时间戳已过期");

    private final String words;

    Why(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
