package org.kameng.domain.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.OfferId;
import org.kameng.domain.catalog.OfferRow;
import org.kameng.domain.catalog.SkuKind;
import org.kameng.domain.catalog.SuppliedStock;

/**
 * An offer's stock from every side. The ledger says what must be there, the count what is there, the shop what it shows.
 * What is topped up directly keeps no cards: its truth is the supplier's.
 *
 * @param brought cards of all its batches
 * @param delivered units delivered by the orders' own books
 * @param withdrawn cards taken out by recalls
 * @param sellable cards a buyer could get now
 * @param bought what its best source could give, {@link OfferRow#PLENTY} for that and more
 * @param reserved cards held for orders
 * @param belowPromise unsold cards that live, but less than the SKU promises
 * @param expired unsold cards that are dead
 * @param atRisk sellable cards that will be below the promise within 30 days
 * @param lowSince since when fewer than {@code threshold} are there to sell
 * @param supplied what suppliers say, null when none does
 * @param forecast null below ten sales in 14 days
 */
public record StockRow(
        OfferId offer,
        SkuKind kind,
        String nameZh,
        String nameEn,
        String sellerName,
        int brought,
        int delivered,
        int withdrawn,
        int sellable,
        int bought,
        int reserved,
        int belowPromise,
        int expired,
        int atRisk,
        int threshold,
        @Nullable Instant lowSince,
        SuppliedStock.@Nullable Told supplied,
        @Nullable Forecast forecast) {

    /** What the shop shows. */
    public int shown() {
        return sellable + bought;
    }

    /** What must be there: in, less delivered, less withdrawn. */
    public int ledger() {
        return brought - delivered - withdrawn;
    }

    /** What is there. */
    public int counted() {
        return sellable + reserved + belowPromise + expired;
    }

    /** Cards that should be there and are not; below zero, that are there and should not be. Anything but zero is a fault. */
    public int drift() {
        return switch (kind) {
            case CARD -> ledger() - counted();
            case DIRECT -> 0;
        };
    }

    /** How long it would last: our cards, or what the supplier tells. Null: no end is known. */
    @Nullable
    Integer lasting(SuppliedStock.@Nullable Told told) {
        return switch (kind) {
            case CARD -> sellable;
            case DIRECT -> bought < OfferRow.PLENTY ? Integer.valueOf(bought) : told == null ? null : told.units();
        };
    }

    StockRow with(SuppliedStock.@Nullable Told told, @Nullable Forecast outlook) {
        return new StockRow(
                offer,
                kind,
                nameZh,
                nameEn,
                sellerName,
                brought,
                delivered,
                withdrawn,
                sellable,
                bought,
                reserved,
                belowPromise,
                expired,
                atRisk,
                threshold,
                lowSince,
                told,
                outlook);
    }
}
