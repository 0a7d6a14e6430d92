package org.kameng.tools.bench;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills the database of a house with a big fictional shop, set by set and past the domain: what is sealed is random, so no card
 * of it can be opened. The triggers that keep the shop front are off meanwhile, and the front is derived once at the end.
 */
final class BigShop {
    static final String ORDER = "KMBIG";
    private static final int SELLERS = 200;
    private static final String[] TABLES = {
        "product", "sku", "offer", "shop_listing", "card", "card_batch", "card_secret", "orders", "order_line"
    };

    private final JdbcClient owner;

    BigShop(JdbcClient owner) {
        this.owner = owner;
    }

    /** Products with one SKU and offer each, a tenth of them with a second seller; cards spread evenly; orders of one card each. */
    void fill(int products, int cards, int orders, UUID... buyers) {
        shelves();
        goods(products);
        offers();
        front();
        cards(cards);
        settle();
        secrets();
        orders(orders, buyers);
        settle();
    }

    /** Without statistics of what was just put in, the next set would be joined row by row. */
    private void settle() {
        for (var table : TABLES) {
            owner.sql("vacuum analyze " + table).update();
        }
    }

    private void shelves() {
        owner.sql(
                        "insert into category select 'big' || n, '大类 ' || n, 'Shelf ' || n, 100 + n from generate_series(1, 12) n")
                .update();
        owner.sql("""
                insert into seller (id, name, uscc, sub_mchid, on_sale, created_at)
                select 'big-' || n, '压测商户 ' || n, '93' || lpad(cast(n as text), 16, '0'), '16' || lpad(cast(n as text), 8, '0'),
                  true, clock_timestamp() from generate_series(1, :sellers) n""").param("sellers", SELLERS).update();
    }

    private void goods(int products) {
        owner.sql("""
                insert into product (slug, category_code, name_zh, name_en, about_zh, about_en, position, on_sale, created_at)
                select 'big-' || n, 'big' || (1 + mod(n, 12)), '压测点卡 ' || n, 'Load card ' || n, '压测用的虚构商品，不能购买。',
                  'A fictional product for a load.', 1000 + n, true, clock_timestamp() from generate_series(1, :products) n""").param("products", products).update();
        owner.sql("""
                insert into sku (code, product_id, kind, name_zh, name_en, face_fen, region, guide_zh, guide_en, activation_limit_zh,
                  activation_limit_en, refund_policy_zh, refund_policy_en, max_per_order)
                select 'BIG-' || substr(slug, 5), id, 'CARD', name_zh, name_en, 500 + mod(id * 7919, 100000), 'CN', 'g', 'g', 'l', 'l',
                  'r', 'r', 20 from product where slug like 'big-%'""").update();
    }

    private void offers() {
        owner.sql("alter table offer disable trigger user").update();
        owner.sql("""
                insert into offer (sku_code, seller_id, price_fen, price_version, commission_bp, on_sale, low_stock)
                select s.code, 'big-' || (1 + mod(s.product_id * 31 + k, :sellers)), s.face_fen * (90 + k) / 100, 1, 200, true, 3
                from sku s cross join generate_series(0, 1) k
                where s.code like 'BIG-%' and (k = 0 or mod(s.product_id, 10) = 0)""").param("sellers", SELLERS).update();
        owner.sql("alter table offer enable trigger user").update();
    }

    private void front() {
        settle();
        owner.sql("select shop_listing_refresh(array(select id from product where slug like 'big-%'))")
                .query((row, n) -> n)
                .list();
    }

    private void cards(int cards) {
        owner.sql("""
                insert into card_batch (offer_id, file_name, file_sha256, imported_by_name, imported_at, cards, kek_version, wrapped_key)
                select id, 'big.csv', sha256(convert_to(cast(id as text), 'UTF8')), 'load', clock_timestamp(), 1, 1, sha256('')
                from offer where sku_code like 'BIG-%'""").update();
        owner.sql("""
                insert into card (batch_id, offer_id, expires_on, state)
                select b.id, b.offer_id, case when mod(n, 5) = 0 then current_date + mod(n, 400) else 'infinity' end, 0
                from generate_series(1, :cards) n join (select id, offer_id, row_number() over (order by id) - 1 as place
                  from card_batch where file_name = 'big.csv') b
                  on b.place = mod(n, (select count(*) from card_batch where file_name = 'big.csv'))""").param("cards", cards).update();
        owner.sql("""
                update card_batch b set cards = n.cards from (select batch_id, count(*) as cards from card group by batch_id) n
                where n.batch_id = b.id and b.file_name = 'big.csv'""").update();
    }

    private void secrets() {
        owner.sql("""
                insert into card_secret (card_id, data_key_id, wrapped_key, ciphertext, index_version, blind_index)
                select c.id, gen_random_uuid(), sha256(int8send(c.id)), sha256(int8send(c.id)) || sha256(int8send(-c.id)), 1,
                  sha256(convert_to('big' || c.id, 'UTF8'))
                from card c join card_batch b on b.id = c.batch_id where b.file_name = 'big.csv'""").update();
    }

    /** Dealt out to the buyers one by one. */
    private void orders(int orders, UUID... buyers) {
        owner.sql("""
                create unlogged table big_sale (no text primary key, card bigint, sku_code text, seller_id text, price_fen bigint,
                  face_fen bigint, name_zh text, name_en text, at timestamptz, buyer uuid)""").update();
        owner.sql("""
                insert into big_sale select :prefix || lpad(cast(row_number() over (order by c.id) as text), 15, '0'), c.id, o.sku_code, o.seller_id,
                  o.price_fen, s.face_fen, s.name_zh, s.name_en, clock_timestamp() - make_interval(secs => mod(c.id, 2500000)),
                  (cast(:buyers as uuid[]))[1 + mod(c.id, cardinality(cast(:buyers as uuid[])))]
                from card c join offer o on o.id = c.offer_id join sku s on s.code = o.sku_code
                where o.sku_code like 'BIG-%' and mod(c.id, 3) = 0 limit :orders""")
                .param("prefix", ORDER)
                .param("orders", orders)
                .param("buyers", buyers)
                .update();
        soldOrders();
        owner.sql("drop table big_sale").update();
    }

    private void soldOrders() {
        owner.sql("""
                insert into orders (no, version, request_id, buyer_id, buyer_since, buyer_business, seller_id, sub_mchid, state, amount_fen,
                  refunded_fen, commission_bp, price_version, rule_version, no_return_version, no_return_at, ip_sealed, device_sealed,
                  device_index, risk_score, risk_flags, placed_at, payment_deadline, paid_at, delivered_at, changed_at)
                select no, 3, no, b.buyer, at - interval '1 year', false, b.seller_id, e.sub_mchid, 'DELIVERED', price_fen, 0, 200, 1,
                  '2026-11', '2026-11', at, sha256(''), sha256(''), sha256(convert_to(no, 'UTF8')), 0, '', at,
                  at + interval '15 minutes', at + interval '1 minute', at + interval '2 minutes', at
                from big_sale b join seller e on e.id = b.seller_id""").update();
        owner.sql("""
                insert into order_line (order_no, line, sku_code, name_zh, name_en, face_fen, unit_fen, quantity, delivered, missing)
                select no, 1, sku_code, name_zh, name_en, face_fen, price_fen, 1, 1, 0 from big_sale""").update();
        owner.sql("""
                update card set state = 2, order_no = b.no, line = 1, slot = 1, owner_id = b.buyer, delivered_at = b.at
                from big_sale b where b.card = card.id""").update();
    }
}
