package org.kameng.tools.simulators.supplier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered and became of it. A refused order is remembered too, so that the same number has the same answer for ever.
 *
 * @param deliveredSku what the supplier says it delivered
 * @param unitFen what one unit costs in this order
 * @param chargedFen what is taken from the balance now
 * @param available units that were in stock when it was accepted
 * @param account of a direct top-up, masked
 * @param fingerprint of what was asked, to tell a repeat from a conflict
 * @param refusal why it was refused at once; null if it was accepted
 * @param failCode why it ended FAILED
 */
public record Order(
        String orderNo,
        String supplierOrderNo,
        String sku,
        String deliveredSku,
        boolean direct,
        int quantity,
        int available,
        int deliveredQty,
        long unitFen,
        long chargedFen,
        String account,
        String fingerprint,
        @Nullable String notifyUrl,
        OrderStatus status,
        @Nullable Why refusal,
        @Nullable Why failCode,
        List<Item> items,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant finishedAt,
        int version) {

    Order in(OrderStatus next) {
        return givenBack(next, 0);
    }

    Order ended(OrderStatus end, @Nullable Why why, String sold, int units, List<Item> cards, Instant at) {
        return new Order(
                orderNo,
                supplierOrderNo,
                sku,
                sold,
                direct,
                quantity,
                available,
                units,
                unitFen,
                unitFen * units,
                account,
                fingerprint,
                notifyUrl,
                end,
                refusal,
                why,
                cards,
                createdAt,
                dueAt,
                at,
                version + 1);
    }

    /** Money for cancelled units goes back to the balance. */
    Order givenBack(OrderStatus next, long fen) {
        return new Order(
                orderNo,
                supplierOrderNo,
                sku,
                deliveredSku,
                direct,
                quantity,
                available,
                deliveredQty,
                unitFen,
                chargedFen - fen,
                account,
                fingerprint,
                notifyUrl,
                next,
                refusal,
                failCode,
                items,
                createdAt,
                dueAt,
                finishedAt,
                version + 1);
    }

    Order marked(List<Item> cards) {
        return new Order(
                orderNo,
                supplierOrderNo,
                sku,
                deliveredSku,
                direct,
                quantity,
                available,
                deliveredQty,
                unitFen,
                chargedFen,
                account,
                fingerprint,
                notifyUrl,
                status,
                refusal,
                failCode,
                cards,
                createdAt,
                dueAt,
                finishedAt,
                version + 1);
    }
}
