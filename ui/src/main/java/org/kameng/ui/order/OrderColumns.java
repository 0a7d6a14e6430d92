package org.kameng.ui.order;

import static org.kameng.ui.shared.Texts.t;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kameng.domain.order.OrderRow;
import org.kameng.domain.order.OrderState;
import org.kameng.ui.shared.Formats;
import org.kameng.ui.shared.Texts;

/** The columns of the list of orders in the words of one screen, kept for the file that is written on another thread. */
final class OrderColumns {
    static final List<String> KEYS =
            List.of("no", "state", "name", "quantity", "amount", "seller", "buyer", "placedAt");

    private final boolean chinese = Texts.chinese();
    private final Map<OrderState, String> states =
            Arrays.stream(OrderState.values()).collect(Collectors.toMap(Function.identity(), OrderWords::of));
    private final Map<String, String> titles =
            KEYS.stream().collect(Collectors.toMap(Function.identity(), key -> t("orders.column." + key)));

    String title(String key) {
        return titles.getOrDefault(key, key);
    }

    /** What stands in a file; amounts and numbers stay numbers. */
    Object value(String key, OrderRow row) {
        return switch (key) {
            case "no" -> row.no().value();
            case "state" -> states.getOrDefault(row.state(), row.state().name());
            case "name" -> chinese ? row.nameZh() : row.nameEn();
            case "quantity" -> row.quantity();
            case "amount" -> row.amount();
            case "seller" -> row.sellerName();
            case "buyer" -> row.maskedBuyer();
            case "placedAt" -> Formats.moment(row.placedAt());
            default -> throw new IllegalArgumentException("no column " + key);
        };
    }
}
