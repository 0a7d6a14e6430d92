-- The few SKUs that are topped up directly, found without reading the many that are cards.
create index sku_direct on sku (code) where kind = 'DIRECT';

-- What staff type is sought in one text instead of in each language apart, and without a second form of each letter.
alter table product add column search text not null generated always as (lower(name_zh || E'\n' || name_en || E'\n' || slug)) stored;
alter table sku add column search text not null generated always as (lower(name_zh || E'\n' || name_en)) stored;

-- Orders that went another way than most: few, so that looking for one kind of them need not pass all the delivered ones.
create index orders_off_the_road on orders (state, placed_at desc, no desc)
  where state in ('ON_HOLD', 'REFUNDING', 'REFUNDED', 'CLOSED');
