package org.kameng.domain.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;

/** The order as the supplier feature moves it. Every method needs the caller's transaction and locks the order's row. */
public interface SupplyBook {
    Optional<Wanted> lock(OrderNo no);

    /** The same without a lock, for pages. */
    Optional<Wanted> read(OrderNo no);

    /** Units of a line that arrived in good order; the order must still await them. */
    void supplied(OrderNo no, int line, int units, Instant at);

    /** Gives up what is open; false when nothing was, or it had ended before. */
    boolean end(OrderNo no, SupplyEnd why, Instant at);

    /** False when it was offered before or there is nothing to wait for. */
    boolean offerRefund(OrderNo no, Instant at);

    /** False when it was accepted before or there is nothing to wait for. */
    boolean acceptRefund(OrderNo no, Instant at);

    /** The account of a line's top-up, in its newest round; empty for cards. */
    Optional<Account> account(OrderNo no, int line);

    /** The fields of the account in one round; none for cards. */
    Map<String, String> account(OrderNo no, int line, int round);

    /** Takes a corrected account in; throws ACCOUNT_FIELD_INVALID. */
    void correctAccount(OrderNo no, int line, Map<String, String> fields, Instant at);

    /** Raises the version because something the order's page shows has changed. */
    void touch(OrderNo no);

    /** What a purchase must know; {@code line} counts from 1. */
    record Line(int line, SkuId sku, boolean direct, Money unit, int quantity, int open) {}

    /** An order between stock and refund. */
    record Wanted(
            OrderNo no,
            OrderState state,
            boolean awaitsSupply,
            AccountId buyer,
            SellerId seller,
            int commissionBp,
            @Nullable Instant paidAt,
            List<Line> lines,
            boolean refundOffered,
            boolean refundAccepted,
            @Nullable SupplyEnd end) {
        public Wanted {
            lines = List.copyOf(lines);
        }

        public Line line(int number) {
            return lines.get(number - 1);
        }
    }

    /** Personal: lives between the seal and the supplier, never printed. */
    record Account(int round, Map<String, String> fields) {
        public Account {
            fields = Map.copyOf(fields);
        }

        @Override
        public String toString() {
            return "Account[round " + round + "]";
        }
    }
}
