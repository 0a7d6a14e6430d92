-- Whom our sellers buy from. Signing secrets (JSON list, newest first) and card key are sealed; both may be replaced at any time.
create table supplier (
  id text primary key check (id ~ '^[a-z][a-z0-9-]{1,29}$'),
  name text not null,
  protocol text not null check (protocol in ('KSP', 'FULU', 'GOOFISH')),
  base_url text not null check (base_url ~ '^https?://'),
  key text not null,
  secrets_sealed bytea not null,
  card_key_sealed bytea not null,
  in_use boolean not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (protocol, key)
);

-- An offer's contracted way to one supplier's SKU; the smallest preference is asked first. Cost, stock and sale are as last
-- told (stock -1: unlimited, null: never told); max_cost_fen is the dearest one unit may ever be. refresh_at: when to ask next.
create table source (
  id bigint generated always as identity primary key,
  offer_id int not null references offer,
  supplier_id text not null references supplier,
  supplier_sku text not null,
  preference int not null,
  contracted boolean not null,
  cost_fen bigint not null check (cost_fen > 0),
  max_cost_fen bigint not null check (max_cost_fen > 0),
  stock int check (stock >= -1),
  on_sale boolean not null,
  account_schema text[] not null,
  product_version bigint not null,
  told_at timestamptz,
  refresh_at timestamptz not null,
  unique (offer_id, supplier_id, supplier_sku),
  unique (offer_id, preference)
);
create index source_supplier on source (supplier_id, supplier_sku);
create index source_refresh on source (refresh_at) where contracted;

-- What a buyer is asked for when a SKU is topped up directly.
create table account_field (
  sku_code text not null references sku,
  position int not null,
  name text not null check (name ~ '^[a-z][a-z0-9_]{0,29}$'),
  label_zh text not null,
  label_en text not null,
  pattern text not null,
  options text[] not null,
  primary key (sku_code, name),
  unique (sku_code, position)
);

-- The words under which a buyer lets an account be passed on to the supplier. Versions are added, never edited.
create table account_consent_text (
  version text primary key,
  zh text not null,
  en text not null,
  effective_at timestamptz not null
);
insert into account_consent_text (version, zh, en, effective_at) values ('2026-11',
  '我同意：为完成本次直充，平台将我填写的充值账号提供给本商品的上游供应商；供应商仅可用于本订单的充值，不得另作他用。我可以随时联系客服撤回，撤回后未完成的充值将退款。',
  'I agree that, to carry out this top-up, the account I enter is passed to the upstream supplier of this product, who may use it for this order only. I can withdraw this at any time through support; a top-up not yet done is then refunded.',
  '2026-11-01T00:00:00Z');
create trigger account_consent_text_only_grows before update or delete on account_consent_text
  for each row execute function refuse_change();

-- The account a line is topped up to; a corrected one is a new round. Fields are one sealed JSON object.
create table order_account (
  order_no text not null references orders,
  line int not null,
  round int not null check (round >= 1),
  fields_sealed bytea not null,
  consent_version text not null references account_consent_text,
  given_at timestamptz not null,
  primary key (order_no, line, round)
);
create trigger order_account_only_grows before update or delete on order_account for each row execute function refuse_change();

-- An order's road between stock and refund: once stock has been asked, units are open until they are delivered or missing.
alter table orders add column stock_asked_at timestamptz;
alter table orders add column refund_offered_at timestamptz;
alter table orders add column refund_accepted_at timestamptz;
alter table orders add column supply_ended_at timestamptz;
alter table orders add column supply_end text;
update orders set stock_asked_at = paid_at where exists (
  select from order_line l where l.order_no = orders.no and l.delivered + l.missing > 0);

-- The intent is committed before the supplier is called; its number is the idempotency key. One per line, source and round.
create table purchase (
  purchase_no text primary key check (purchase_no ~ '^[0-9A-Za-z_-]{8,64}$'),
  version bigint not null,
  order_no text not null references orders,
  line int not null,
  source_id bigint not null references source,
  round int not null check (round >= 1),
  supplier_id text not null references supplier,
  supplier_sku text not null,
  direct boolean not null,
  quantity int not null check (quantity between 1 and 100),
  max_cost_fen bigint not null check (max_cost_fen > 0),
  state text not null check (state in
    ('INTENDED', 'PROCESSING', 'UNKNOWN', 'SUCCEEDED', 'PARTIAL', 'FAILED', 'BAD_GOODS')),
  delivered int not null check (delivered between 0 and quantity),
  to_stock int not null check (to_stock between 0 and quantity - delivered),
  cost_fen bigint check (cost_fen >= 0),
  supplier_order_no text,
  failure text,
  reason text,
  bad_goods text,
  asked int not null,
  not_found_at timestamptz,
  intended_at timestamptz not null,
  sent_at timestamptz,
  ask_at timestamptz not null,
  decide_at timestamptz not null,
  alerted_at timestamptz,
  ended_at timestamptz,
  judged_at timestamptz,
  verdict text,
  changed_at timestamptz not null,
  unique (order_no, line, source_id, round),
  check (cost_fen is null or cost_fen <= max_cost_fen or state = 'BAD_GOODS'),
  check ((state in ('INTENDED', 'PROCESSING', 'UNKNOWN')) = (ended_at is null))
);
create index purchase_open on purchase (ask_at) where state in ('INTENDED', 'PROCESSING', 'UNKNOWN');
create index purchase_supplier on purchase (supplier_id, supplier_sku, intended_at desc);
create unique index purchase_one_open on purchase (order_no, line) where state in ('INTENDED', 'PROCESSING', 'UNKNOWN');

-- What arrived, unit by unit: the card it became, or the fault it was kept back for.
create table purchase_item (
  purchase_no text not null references purchase,
  seq int not null,
  card_id bigint unique references card,
  fault text,
  primary key (purchase_no, seq),
  check ((card_id is null) <> (fault is null))
);
create trigger purchase_item_only_grows before update or delete on purchase_item for each row execute function refuse_change();

-- Every exchange with a supplier, masked before it comes here.
create table supplier_call (
  id bigint generated always as identity primary key,
  supplier_id text not null references supplier,
  purchase_no text,
  operation text not null,
  request text not null,
  response text,
  status int not null,
  outcome text not null,
  took_ms bigint not null,
  at timestamptz not null
);
create index supplier_call_purchase on supplier_call (purchase_no, at) where purchase_no is not null;
create index supplier_call_newest on supplier_call (supplier_id, at desc, id desc);
create trigger supplier_call_only_grows before update on supplier_call for each row execute function refuse_change();

-- What suppliers pushed, once per event.
create table supplier_event (
  supplier_id text not null references supplier,
  event_id text not null,
  kind text not null check (kind in ('ORDER', 'PRODUCT')),
  subject text not null,
  received_at timestamptz not null,
  primary key (supplier_id, event_id)
);

-- Pushes refused at the door, and purchases that stay unclear.
create table supplier_alarm (
  id bigint generated always as identity primary key,
  protocol text not null,
  supplier_id text references supplier,
  why text not null,
  subject text,
  body_sha256 bytea,
  remote_ip_sealed bytea,
  raised_at timestamptz not null
);
create index supplier_alarm_newest on supplier_alarm (raised_at desc, id desc);

-- A batch came from a file a person brought, or from a purchase.
alter table card_batch add column purchase_no text references purchase;
alter table card_batch alter column file_sha256 drop not null;
alter table card_batch add check ((file_sha256 is null) = (purchase_no is not null));
create index card_batch_purchase on card_batch (purchase_no) where purchase_no is not null;

do $$
begin
  if exists (select from pg_roles where rolname = 'kameng_app') then
    revoke update, delete, truncate on order_account, account_consent_text, purchase_item, supplier_event from kameng_app;
    revoke update, truncate on supplier_call from kameng_app;
  end if;
end $$;
