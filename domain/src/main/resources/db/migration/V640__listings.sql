-- Goods are edited by people: every edit raises the version, so that one who saves over a later edit is told of it.
alter table category add version bigint not null default 1, add changed_at timestamptz, add changed_by text;
alter table product add version bigint not null default 1, add changed_at timestamptz, add changed_by text;
-- The promise: a buyer gets no card with less life than this. Seven days is where the dispute rules begin to blame the seller.
alter table sku add version bigint not null default 1, add changed_at timestamptz, add changed_by text,
  add promise_days int not null default 7 check (promise_days between 0 and 3650);
-- Below so many sellable cards the operators are told; 0: never.
alter table offer add version bigint not null default 1, add changed_at timestamptz, add changed_by text,
  add low_stock int not null default 10 check (low_stock between 0 and 1000000);

-- Every price an offer had. Who set it is unknown for the first price of offers that are older than this table.
create table offer_price (
  offer_id int not null references offer,
  version bigint not null,
  price_fen bigint not null check (price_fen > 0),
  set_at timestamptz,
  set_by text,
  primary key (offer_id, version)
);
insert into offer_price (offer_id, version, price_fen) select id, price_version, price_fen from offer;
create trigger offer_price_only_grows before update or delete on offer_price for each row execute function refuse_change();
do $$
begin
  if exists (select from pg_roles where rolname = 'kameng_app') then
    revoke update, delete, truncate on offer_price from kameng_app;
  end if;
end $$;

-- What the shop front shows, derived by the triggers below: a row for each product on sale in the whole shop (seller '') and at
-- each of its sellers. Filtering, sorting and counting read one range of one index however many products there are.
create table shop_listing (
  seller_id text not null,
  product_id bigint not null references product,
  category_code text not null,
  position int not null,
  price_from bigint not null,
  price_to bigint not null,
  prices bigint[] not null,
  face_from bigint not null,
  cheapest_seller text not null,
  primary key (seller_id, product_id)
);
create index shop_listing_order on shop_listing (seller_id, position, product_id);
create index shop_listing_price on shop_listing (seller_id, price_from, product_id);
-- Products of several prices: the few that a price band must look into.
create index shop_listing_spread on shop_listing (seller_id, price_from, price_to) where price_to > price_from;
create index shop_listing_shelf_order on shop_listing (seller_id, category_code, position, product_id);
create index shop_listing_shelf_price on shop_listing (seller_id, category_code, price_from, product_id);
create index shop_listing_product on shop_listing (product_id);
create index offer_seller on offer (seller_id);
create index product_order on product (position, id);

-- The locks make two who change offers of one product, or an offer and its seller, see each other.
create function shop_listing_refresh(ids bigint[]) returns void language plpgsql as $$
begin
  perform 1 from seller where id in (select o.seller_id from offer o join sku s on s.code = o.sku_code where s.product_id = any (ids))
    order by id for share;
  perform 1 from product where id = any (ids) order by id for no key update;
  delete from shop_listing where product_id = any (ids);
  insert into shop_listing (seller_id, product_id, category_code, position, price_from, price_to, prices, face_from, cheapest_seller)
  select coalesce(o.seller_id, ''), p.id, p.category_code, p.position, min(o.price_fen), max(o.price_fen),
    array_agg(distinct o.price_fen), min(s.face_fen), (array_agg(o.seller_id order by o.price_fen, o.seller_id))[1]
  from product p join sku s on s.product_id = p.id join offer o on o.sku_code = s.code join seller e on e.id = o.seller_id
  where p.id = any (ids) and p.on_sale and o.on_sale and e.on_sale
  group by grouping sets ((p.id, o.seller_id), (p.id));
end $$;

create function shop_listing_of_offer() returns trigger language plpgsql as $$
begin
  perform shop_listing_refresh(array(
    select product_id from sku where (tg_op <> 'INSERT' and code = old.sku_code) or (tg_op <> 'DELETE' and code = new.sku_code)));
  return null;
end $$;
create trigger shop_listing_follows after insert or delete or update of price_fen, on_sale, sku_code, seller_id on offer
  for each row execute function shop_listing_of_offer();

create function shop_listing_of_sku() returns trigger language plpgsql as $$
begin
  perform shop_listing_refresh(array[old.product_id, new.product_id]);
  return null;
end $$;
create trigger shop_listing_follows after update of face_fen, kind, product_id on sku
  for each row execute function shop_listing_of_sku();

create function shop_listing_of_product() returns trigger language plpgsql as $$
begin
  perform shop_listing_refresh(array[new.id]);
  return null;
end $$;
create trigger shop_listing_follows after update of category_code, position, on_sale on product
  for each row execute function shop_listing_of_product();

create function shop_listing_of_seller() returns trigger language plpgsql as $$
begin
  perform shop_listing_refresh(array(
    select distinct s.product_id from offer o join sku s on s.code = o.sku_code where o.seller_id = new.id));
  return null;
end $$;
create trigger shop_listing_follows after update of on_sale on seller
  for each row when (old.on_sale is distinct from new.on_sale) execute function shop_listing_of_seller();

select shop_listing_refresh(array(select id from product));
