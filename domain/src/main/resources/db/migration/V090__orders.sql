create table orders (
  no text primary key,
  version bigint not null,
  request_id text not null,
  buyer_id uuid not null references account,
  buyer_since timestamptz not null,
  buyer_business boolean not null,
  seller_id text not null references seller,
  sub_mchid text not null,
  state text not null check (state in ('AWAITING_PAYMENT', 'PAID', 'ON_HOLD', 'DELIVERED', 'REFUNDING', 'REFUNDED', 'CLOSED')),
  amount_fen bigint not null check (amount_fen > 0),
  refunded_fen bigint not null check (refunded_fen between 0 and amount_fen),
  commission_bp int not null,
  price_version bigint not null,
  rule_version text not null,
  no_return_version text not null references no_return_text,
  no_return_at timestamptz not null,
  ip_sealed bytea not null,
  device_sealed bytea not null,
  device_index bytea not null,
  risk_score int not null,
  risk_flags text not null,
  placed_at timestamptz not null,
  payment_deadline timestamptz not null,
  cancel_requested_at timestamptz,
  paid_at timestamptz,
  held_at timestamptz,
  hold_reason text,
  released_at timestamptz,
  delivered_at timestamptz,
  refunding_at timestamptz,
  refund_reason text,
  refunded_at timestamptz,
  closed_at timestamptz,
  close_reason text,
  changed_at timestamptz not null,
  unique (buyer_id, request_id),
  check (state <> 'CLOSED' or paid_at is null),
  check (state not in ('PAID', 'ON_HOLD', 'DELIVERED', 'REFUNDING', 'REFUNDED') or paid_at is not null)
);
create index orders_newest on orders (placed_at desc, no desc);
create index orders_of_buyer on orders (buyer_id, placed_at desc);
create index orders_number on orders (no text_pattern_ops);
create index orders_unpaid_of_buyer on orders (buyer_id) where state = 'AWAITING_PAYMENT';
create index orders_unpaid_of_device on orders (device_index) where state = 'AWAITING_PAYMENT';
create index orders_unfinished on orders (changed_at) where state in ('AWAITING_PAYMENT', 'PAID', 'ON_HOLD', 'REFUNDING');

create table order_line (
  order_no text not null references orders,
  line int not null check (line >= 1),
  sku_code text not null references sku,
  name_zh text not null,
  name_en text not null,
  face_fen bigint not null,
  unit_fen bigint not null check (unit_fen > 0),
  quantity int not null check (quantity >= 1),
  delivered int not null,
  missing int not null,
  primary key (order_no, line),
  check (delivered >= 0 and missing >= 0 and delivered + missing <= quantity)
);
create index order_line_sku on order_line (sku_code);
