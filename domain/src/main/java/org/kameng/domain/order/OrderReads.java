package org.kameng.domain.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.catalog.SkuKind;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads one order for its page, and the facts for processes. Knows nothing of who may look. */
@Component
class OrderReads {
    private static final String FACTS = """
            select o.no, o.state, o.amount_fen, o.payment_deadline, o.cancel_requested_at is not null as cancelling,
              o.close_reason, o.risk_score, o.risk_flags, l.delivered, l.missing
            from orders o, lateral (select sum(delivered) as delivered, sum(missing) as missing from order_line
              where order_no = o.no) l
            """;

    private static final String LINES = """
            select l.*, s.kind, (select count(*) from card c where c.order_no = l.order_no and c.line = l.line and c.state = 1) as reserved
            from order_line l join sku s on s.code = l.sku_code where l.order_no = :no order by l.line limit 100""";

    private final JdbcClient jdbc;

    OrderReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OrderView> view(OrderNo no) {
        var lines = new ArrayList<OrderLineView>();
        var view = jdbc.sql(
                        "select o.*, e.name as seller_name from orders o join seller e on e.id = o.seller_id where o.no = :no")
                .param("no", no.value())
                .query((row, n) -> view(row, lines))
                .optional();
        // One connection at a time; and the lines come second, so they are never older than the version shown with
        // them.
        if (view.isPresent()) lines.addAll(lines(no));
        return view;
    }

    Optional<OrderFactsView> facts(OrderNo no) {
        return jdbc.sql(FACTS + "where o.no = :no")
                .param("no", no.value())
                .query((row, n) -> facts(row))
                .optional();
    }

    List<OrderFactsView> unfinished(Instant before, int limit) {
        return jdbc.sql(FACTS + """
                where o.state in ('AWAITING_PAYMENT', 'PAID', 'ON_HOLD', 'REFUNDING') and o.changed_at < :before
                order by o.changed_at limit :limit""")
                .param("before", SqlTime.of(before))
                .param("limit", limit)
                .query((row, n) -> facts(row))
                .list();
    }

    private List<OrderLineView> lines(OrderNo no) {
        return jdbc.sql(LINES)
                .param("no", no.value())
                .query((row, n) -> line(row))
                .list();
    }

    private static OrderView view(ResultSet row, List<OrderLineView> lines) throws SQLException {
        return new OrderView(
                new OrderNo(row.getString("no")),
                OrderState.valueOf(row.getString("state")),
                new AccountId(row.getObject("buyer_id", UUID.class)),
                new SellerId(row.getString("seller_id")),
                row.getString("seller_name"),
                Money.ofFen(row.getLong("amount_fen")),
                Money.ofFen(row.getLong("refunded_fen")),
                lines,
                events(row),
                SqlTime.get(row, "placed_at"),
                SqlTime.get(row, "payment_deadline"),
                SqlTime.find(row, "paid_at"),
                SqlTime.find(row, "delivered_at"),
                ended(row),
                row.getString("close_reason"),
                row.getString("hold_reason"),
                row.getObject("cancel_requested_at") != null,
                row.getString("no_return_version"),
                SqlTime.get(row, "no_return_at"),
                row.getString("rule_version"),
                row.getLong("version"));
    }

    private static @Nullable Instant ended(ResultSet row) throws SQLException {
        return switch (OrderState.valueOf(row.getString("state"))) {
            case CLOSED -> SqlTime.find(row, "closed_at");
            case REFUNDED -> SqlTime.find(row, "refunded_at");
            case DELIVERED ->
                row.getObject("refunded_at") == null
                        ? SqlTime.find(row, "delivered_at")
                        : SqlTime.find(row, "refunded_at");
            case AWAITING_PAYMENT, PAID, ON_HOLD, REFUNDING -> null;
        };
    }

    private static List<OrderEvent> events(ResultSet row) throws SQLException {
        var events = new ArrayList<OrderEvent>();
        for (var kind : OrderEvent.Kind.values()) {
            var at = SqlTime.find(row, column(kind));
            if (at != null) events.add(new OrderEvent(kind, at, detail(kind, row)));
        }
        // Kinds stand in the order of an order's life, which decides between events of the same instant.
        events.sort(java.util.Comparator.comparing(OrderEvent::at));
        return List.copyOf(events);
    }

    private static String column(OrderEvent.Kind kind) {
        return switch (kind) {
            case PLACED -> "placed_at";
            case CANCEL_REQUESTED -> "cancel_requested_at";
            case PAID -> "paid_at";
            case HELD -> "held_at";
            case RELEASED -> "released_at";
            case DELIVERED -> "delivered_at";
            case REFUND_REQUESTED -> "refunding_at";
            case REFUNDED -> "refunded_at";
            case CLOSED -> "closed_at";
        };
    }

    private static String detail(OrderEvent.Kind kind, ResultSet row) throws SQLException {
        var text = switch (kind) {
            case HELD -> row.getString("hold_reason");
            case REFUND_REQUESTED -> row.getString("refund_reason");
            case CLOSED -> row.getString("close_reason");
            case PLACED, CANCEL_REQUESTED, PAID, RELEASED, DELIVERED, REFUNDED -> "";
        };
        return text == null ? "" : text;
    }

    private static OrderLineView line(ResultSet row) throws SQLException {
        var unit = Money.ofFen(row.getLong("unit_fen"));
        var quantity = row.getInt("quantity");
        return new OrderLineView(
                row.getInt("line"),
                new SkuId(row.getString("sku_code")),
                row.getString("name_zh"),
                row.getString("name_en"),
                Money.ofFen(row.getLong("face_fen")),
                unit,
                unit.times(quantity),
                SkuKind.valueOf(row.getString("kind")),
                quantity,
                row.getInt("reserved"),
                row.getInt("delivered"),
                row.getInt("missing"));
    }

    private static OrderFactsView facts(ResultSet row) throws SQLException {
        var flags = row.getString("risk_flags");
        return new OrderFactsView(
                new OrderNo(row.getString("no")),
                OrderState.valueOf(row.getString("state")),
                Money.ofFen(row.getLong("amount_fen")),
                SqlTime.get(row, "payment_deadline"),
                row.getBoolean("cancelling"),
                row.getString("close_reason"),
                row.getInt("risk_score"),
                flags.isEmpty() ? List.of() : List.of(flags.split(",")),
                row.getInt("delivered"),
                row.getInt("missing"));
    }
}
