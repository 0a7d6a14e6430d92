package org.kameng.domain.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.account.AccountService;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Money;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.Slice;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of orders, newest first. */
@Component
class OrderLists {
    private static final int COUNT_UP_TO = 10_000;
    private static final String ROWS = """
            select o.no, o.state, l.name_zh, l.name_en, l.quantity, o.amount_fen, o.seller_id, e.name as seller_name, o.buyer_id,
              o.placed_at, o.payment_deadline, o.version
            from (select * from orders o where %s order by placed_at desc, no desc offset :offset limit :limit) o
              join order_line l on l.order_no = o.no and l.line = 1 join seller e on e.id = o.seller_id
            order by o.placed_at desc, o.no desc""";

    private final JdbcClient jdbc;
    private final AccountService accounts;

    OrderLists(JdbcClient jdbc, AccountService accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    Slice<OrderRow> find(OrderFilter filter, PageRequest page) {
        return find(Where.of(filter), page);
    }

    /** The next rows of a list that is read whole: what is placed meanwhile moves nothing. */
    Slice<OrderRow> after(OrderFilter filter, @Nullable OrderRow last, int limit) {
        var where = Where.of(filter);
        return find(last == null ? where : where.after(last), PageRequest.first(limit));
    }

    private Slice<OrderRow> find(Where where, PageRequest page) {
        var rows = jdbc.sql(ROWS.formatted(where.sql()))
                .params(where.params())
                .param("offset", page.offset())
                .param("limit", page.limitPlusOne())
                .query((row, n) -> new Found(new AccountId(row.getObject("buyer_id", UUID.class)), row(row, "")))
                .list();
        var slice = Slice.of(rows, page);
        // Only for the rows of this page: phones are sealed.
        var masked =
                accounts.maskedPhones(slice.rows().stream().map(Found::buyer).collect(Collectors.toSet()));
        return slice.map(found -> masked(found.row(), masked.getOrDefault(found.buyer(), "")));
    }

    int count(OrderFilter filter) {
        var where = Where.of(filter);
        return jdbc.sql("select count(*) from (select 1 from orders o where " + where.sql() + " limit :most) n")
                .params(where.params())
                .param("most", COUNT_UP_TO)
                .query(Integer.class)
                .single();
    }

    Slice<OrderRow> ofCustomer(List<AccountId> buyers, PageRequest page) {
        var rows = jdbc.sql(ROWS.formatted("o.buyer_id in (:buyers)"))
                .param("buyers", buyers.stream().map(AccountId::value).toList())
                .param("offset", page.offset())
                .param("limit", page.limitPlusOne())
                .query((row, n) -> row(row, ""))
                .list();
        return Slice.of(rows, page);
    }

    private static OrderRow row(ResultSet row, String maskedBuyer) throws SQLException {
        return new OrderRow(
                new OrderNo(row.getString("no")),
                OrderState.valueOf(row.getString("state")),
                row.getString("name_zh"),
                row.getString("name_en"),
                row.getInt("quantity"),
                Money.ofFen(row.getLong("amount_fen")),
                new SellerId(row.getString("seller_id")),
                row.getString("seller_name"),
                maskedBuyer,
                SqlTime.get(row, "placed_at"),
                SqlTime.get(row, "payment_deadline"),
                row.getLong("version"));
    }

    private static OrderRow masked(OrderRow row, String buyer) {
        return new OrderRow(
                row.no(),
                row.state(),
                row.nameZh(),
                row.nameEn(),
                row.quantity(),
                row.amount(),
                row.seller(),
                row.sellerName(),
                buyer,
                row.placedAt(),
                row.paymentDeadline(),
                row.version());
    }

    private record Found(AccountId buyer, OrderRow row) {}

    private record Where(String sql, Map<String, Object> params) {
        Where after(OrderRow last) {
            var more = new HashMap<>(params);
            more.put("lastAt", SqlTime.of(last.placedAt()));
            more.put("lastNo", last.no().value());
            return new Where(sql + " and (o.placed_at, o.no) < (:lastAt, :lastNo)", more);
        }

        static Where of(OrderFilter filter) {
            var parts = new ArrayList<>(List.of("true"));
            var params = new HashMap<String, Object>();
            if (filter.text() != null && !filter.text().isBlank()) {
                parts.add("o.no like :text");
                // Order numbers are capital letters and digits: anything else in the text finds nothing, and is no
                // pattern.
                params.put(
                        "text", filter.text().strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "?") + "%");
            }
            if (!filter.states().isEmpty()) {
                parts.add("o.state in (:states)");
                params.put("states", filter.states().stream().map(Enum::name).toList());
            }
            if (filter.seller() != null) {
                parts.add("o.seller_id = :seller");
                params.put("seller", filter.seller().value());
            }
            if (filter.sku() != null) {
                parts.add("exists (select 1 from order_line s where s.order_no = o.no and s.sku_code = :sku)");
                params.put("sku", filter.sku().value());
            }
            if (filter.placedFrom() != null) {
                parts.add("o.placed_at >= :from");
                params.put("from", SqlTime.of(filter.placedFrom()));
            }
            if (filter.placedBefore() != null) {
                parts.add("o.placed_at < :before");
                params.put("before", SqlTime.of(filter.placedBefore()));
            }
            if (filter.buyers() != null) {
                parts.add("o.buyer_id = any(:buyers)");
                params.put(
                        "buyers", filter.buyers().stream().map(AccountId::value).toArray(UUID[]::new));
            }
            return new Where(String.join(" and ", parts), params);
        }
    }
}
