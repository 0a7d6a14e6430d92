package org.kameng.domain.vault;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.kameng.domain.audit.Refusals;
import org.kameng.domain.catalog.ProductId;
import org.kameng.domain.shared.AccountId;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.OrderNo;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.ShopTime;
import org.kameng.domain.shared.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

@Service
class SqlCardBox implements CardBox {
    /** Beyond this many cards a box is counted in its newer part only. */
    private static final int COUNTED = 100_000;

    private static final int EXPIRING_DAYS = 30;

    private static final String ONE_BY_ONE = """
            from (select * from card where state = 2 and owner_id in (:owners) order by delivered_at desc, id desc limit %d) c
              join offer o on o.id = c.offer_id join sku s on s.code = o.sku_code join product p on p.id = s.product_id
              left join card_first_reveal r on r.card_id = c.id
            """.formatted(COUNTED);

    private final JdbcClient jdbc;
    private final Refusals refusals;
    private final Clock clock;

    SqlCardBox(JdbcClient jdbc, Refusals refusals, Clock clock) {
        this.jdbc = jdbc;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Override
    public BoxCounts counts(Actor owner, BoxFilter filter) {
        var where = where(owner, new BoxFilter(BoxFilter.Show.ALL, filter.text(), filter.product(), filter.order()));
        return jdbc.sql("""
                select count(*) as every, count(*) filter (where %s) as fresh, count(*) filter (where %s) as viewed,
                  count(*) filter (where %s) as expiring, count(*) filter (where %s) as expired
                """.formatted(
                                        condition(BoxFilter.Show.NEW),
                                        condition(BoxFilter.Show.VIEWED),
                                        condition(BoxFilter.Show.EXPIRING),
                                        condition(BoxFilter.Show.EXPIRED))
                        + ONE_BY_ONE
                        + "where "
                        + where.sql())
                .params(where.params())
                .query((row, n) -> new BoxCounts(
                        row.getInt("every"),
                        row.getInt("fresh"),
                        row.getInt("viewed"),
                        row.getInt("expiring"),
                        row.getInt("expired")))
                .single();
    }

    @Override
    public Slice<BoxGroup> groups(Actor owner, BoxFilter filter, PageRequest page) {
        var where = where(owner, filter);
        var rows = jdbc.sql("""
                select p.id, p.name_zh, p.name_en, count(*) as cards, count(*) filter (where %s) as fresh,
                  min(c.expires_on) filter (where c.expires_on >= :today and c.expires_on < 'infinity') as next_expiry
                """.formatted(condition(BoxFilter.Show.NEW))
                        + ONE_BY_ONE
                        + "where "
                        + where.sql()
                        + " group by p.id order by max(c.delivered_at) desc, p.id offset :offset limit :limit")
                .params(where.params())
                .param("offset", page.offset())
                .param("limit", page.limitPlusOne())
                .query((row, n) -> new BoxGroup(
                        new ProductId(row.getLong("id")),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getInt("cards"),
                        row.getInt("fresh"),
                        row.getObject("next_expiry", LocalDate.class)))
                .list();
        return Slice.of(rows, page);
    }

    @Override
    public Slice<CardBoxRow> cards(Actor owner, BoxFilter filter, PageRequest page) {
        if (filter.order() != null) requireOwn(owner, filter.order());
        var where = where(owner, filter);
        var order = filter.order() == null ? "c.delivered_at desc, c.id desc" : "c.line, c.slot";
        var rows = jdbc
                .sql(CardReads.BOX
                        + " c.owner_id in (:owners) and "
                        + where.sql()
                        + " order by " + order + " offset :offset limit :limit")
                .params(where.params())
                .param("offset", page.offset())
                .param("limit", page.limitPlusOne())
                .query((row, n) -> CardReads.owned(row))
                .list()
                .stream()
                .map(CardReads.Owned::card)
                .toList();
        return Slice.of(rows, page);
    }

    private void requireOwn(Actor owner, OrderNo no) {
        var strangers = jdbc.sql("""
                select exists (select 1 from card where order_no = :no and state = 2 and owner_id not in (:owners))""")
                .param("no", no.value())
                .param("owners", ids(owner))
                .query(Boolean.class)
                .single();
        if (strangers) throw refusals.refuse(owner, "order.cards", "order", no.value());
    }

    private Where where(Actor owner, BoxFilter filter) {
        var today = ShopTime.today(clock);
        var parts = new ArrayList<String>(List.of(condition(filter.show())));
        var params = new HashMap<String, Object>();
        params.put("owners", ids(owner));
        params.put("today", today);
        params.put("soon", today.plusDays(EXPIRING_DAYS));
        var text = filter.text().strip();
        if (!text.isEmpty()) {
            parts.add("(c.order_no like :number or p.name_zh ilike :name or p.name_en ilike :name"
                    + " or s.name_zh ilike :name or s.name_en ilike :name)");
            params.put("number", text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "?") + "%");
            params.put("name", "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%");
        }
        if (filter.product() != null) {
            parts.add("p.id = :product");
            params.put("product", filter.product().value());
        }
        if (filter.order() != null) {
            parts.add("c.order_no = :order");
            params.put("order", filter.order().value());
        }
        return new Where(String.join(" and ", parts), params);
    }

    private static List<UUID> ids(Actor owner) {
        return owner.accounts().stream().map(AccountId::value).toList();
    }

    private static String condition(BoxFilter.Show show) {
        return switch (show) {
            case ALL -> "true";
            case NEW -> "(r.card_id is null and c.expires_on >= :today)";
            case VIEWED -> "(r.card_id is not null and c.expires_on >= :today)";
            case EXPIRING -> "(c.expires_on between :today and :soon)";
            case EXPIRED -> "(c.expires_on < :today)";
        };
    }

    private record Where(String sql, Map<String, Object> params) {}
}
