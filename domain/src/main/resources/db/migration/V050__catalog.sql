create table seller (
  id text primary key check (id ~ '^[a-z][a-z0-9-]{1,29}$'),
  name text not null,
  uscc text not null unique check (length(uscc) = 18),
  sub_mchid text not null unique check (sub_mchid ~ '^[0-9]{8,10}$'),
  on_sale boolean not null,
  created_at timestamptz not null
);

create table category (
  code text primary key,
  name_zh text not null,
  name_en text not null,
  position int not null
);

create table product (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,60}$'),
  category_code text not null references category,
  name_zh text not null,
  name_en text not null,
  about_zh text not null,
  about_en text not null,
  position int not null,
  on_sale boolean not null,
  created_at timestamptz not null
);

create table sku (
  code text primary key check (code ~ '^[A-Z0-9-]{2,30}$'),
  product_id bigint not null references product,
  kind text not null check (kind in ('CARD', 'DIRECT')),
  name_zh text not null,
  name_en text not null,
  face_fen bigint not null check (face_fen > 0),
  region text not null,
  guide_zh text not null,
  guide_en text not null,
  activation_limit_zh text not null,
  activation_limit_en text not null,
  refund_policy_zh text not null,
  refund_policy_en text not null,
  max_per_order int not null check (max_per_order between 1 and 100)
);
create index sku_product on sku (product_id);

-- A SKU as one seller offers it. The small id keeps card rows narrow. The price version rises with every new price.
create table offer (
  id int generated always as identity primary key,
  sku_code text not null references sku,
  seller_id text not null references seller,
  price_fen bigint not null check (price_fen > 0),
  price_version bigint not null,
  commission_bp int not null check (commission_bp between 0 and 3000),
  on_sale boolean not null,
  unique (sku_code, seller_id)
);

-- The words a buyer confirms before buying. Versions are added, never edited: orders name the one they were placed under.
create table no_return_text (
  version text primary key,
  zh text not null,
  en text not null,
  effective_at timestamptz not null
);
insert into no_return_text (version, zh, en, effective_at) values ('2026-11',
  '我已知晓：卡密属于在线交付的数字化商品，一经查看（显示卡密）即不适用七日无理由退货；未查看的卡密可以申请退款。卡密无效、已被使用或与描述不符的，不受此限，我仍可申请售后与先行赔付。',
  'I understand that a card code is digital goods delivered online: once revealed it cannot be returned without reason within seven days; an unrevealed code can be refunded. If a code is invalid, already used or not as described, this does not apply and I can still ask for after-sales help and advance compensation.',
  '2026-11-01T00:00:00Z');

create trigger no_return_text_only_grows before update or delete on no_return_text for each row execute function refuse_change();
