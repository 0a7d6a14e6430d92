package org.kameng.domain.catalog;

/** What an offer {@code o} of a SKU {@code s} can give, as SQL with {@code :today} and {@code :now}. */
public final class OfferStock {
    /** What its best source could give: only one is asked for a unit at a time. Paused and broken ones give nothing. */
    public static final String SOURCES = """
            (select coalesce(max(case when q.stock between 0 and %1$s then q.stock else %1$s end), 0) from source q
              join supplier u on u.id = q.supplier_id where q.offer_id = o.id and q.contracted and u.in_use and q.on_sale
              and q.paused_at is null and q.cost_fen <= q.max_cost_fen
              and not exists (select 1 from supplier_breaker b where b.supplier_id = q.supplier_id and b.supplier_sku = q.supplier_sku
                and b.open and (b.probe_at > :now or b.probe_no is not null)))""".formatted(OfferRow.PLENTY);

    private OfferStock() {}

    /** Unsold cards that keep the SKU's promise of life, counted up to a limit. */
    static String cards(int most) {
        return """
                (select count(*) from (select 1 from card c where c.offer_id = o.id and c.state = 0
                  and c.expires_on >= cast(:today as date) + s.promise_days limit %d) shown)""".formatted(most);
    }
}
