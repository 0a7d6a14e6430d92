package org.kameng.domain.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.OfferId;
import org.kameng.domain.catalog.SuppliedStock;

/**
 * An offer's stock from every side. The ledger says what must be there, the count what is there, the shop what it shows.
 *
 * @param brought cards of all its batches
 * @param delivered units delivered by the orders' own books
 * @param withdrawn cards taken out by recalls
 * @param sellable cards a buyer could get now: what the shop shows
 * @param reserved cards held for orders
 * @param belowPromise unsold cards that live, but less than the SKU promises
 * @param expired unsold cards that are dead
 * @param atRisk sellable cards that will be below the promise within 30 days
 * @param lowSince since when fewer than {@code threshold} are sellable
 * @param supplied what suppliers say, null when none does
 * @param forecast null below ten sales in 14 days
 */
public record StockRow(
        OfferId offer,
        String nameZh,
        String nameEn,
        String sellerName,
        int brought,
        int delivered,
        int withdrawn,
        int sellable,
        int reserved,
        int belowPromise,
        int expired,
        int atRisk,
        int threshold,
        @Nullable Instant lowSince,
        SuppliedStock.@Nullable Told supplied,
        @Nullable Forecast forecast) {

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
        return ledger() - counted();
    }
}
