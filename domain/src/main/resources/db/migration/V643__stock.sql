-- A batch that is called back: no card of it comes back into stock, whoever lets go of it.
alter table card_batch add recalled_at timestamptz;
create index card_batch_offer on card_batch (offer_id);

-- LOCKING: its cards are being taken out. LOCKED: done, cards were sold, a second person has to decide. DONE, LIFTED: decided.
create table card_recall (
  id bigint generated always as identity primary key,
  batch_id bigint not null references card_batch,
  version bigint not null,
  state text not null check (state in ('LOCKING', 'LOCKED', 'DONE', 'LIFTED')),
  reason text not null,
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  decision_reason text,
  withdrawn int not null,
  replaced int not null,
  short int not null,
  changed_at timestamptz not null,
  check (decided_by is null or decided_by <> asked_by)
);
create unique index card_recall_once on card_recall (batch_id) where state <> 'LIFTED';
create index card_recall_unfinished on card_recall (changed_at) where state = 'LOCKING';

-- Orders that held a card of a recalled batch, and how many units found no other card.
create table card_recall_order (
  recall_id bigint not null references card_recall,
  order_no text not null,
  replaced int not null,
  short int not null,
  primary key (recall_id, order_no)
);

-- What operators should look at. One open alert of a kind for an offer.
create table stock_alert (
  id bigint generated always as identity primary key,
  offer_id int not null references offer,
  kind text not null check (kind in ('LOW', 'AT_RISK', 'DRIFT')),
  amount int not null,
  threshold int not null,
  raised_at timestamptz not null,
  cleared_at timestamptz
);
create unique index stock_alert_open on stock_alert (offer_id, kind) where cleared_at is null;

-- Units delivered by offer and day of the shop, counted again and again from the orders' own books: counting is idempotent.
create table offer_sales_day (
  sku_code text not null,
  seller_id text not null,
  day date not null,
  units int not null,
  primary key (sku_code, seller_id, day)
);
