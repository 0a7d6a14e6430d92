-- What the overview shows: counts by five minutes, made from facts that happened once and kept by a leased rollup, so that looking
-- costs the same at ten orders and at ten million. Only the rollup writes here; dropping every row loses nothing but its work.
create table statistics_slot (
  measure text not null,
  slot timestamptz not null,
  label text not null,
  n bigint not null,
  fen bigint not null,
  primary key (measure, slot, label)
);

create table statistics_stock (
  offer_id int primary key references offer,
  available bigint not null,
  expiring bigint not null,
  first_expiry date
);

-- One row: until when everything is counted, and a number that rises whenever something changed.
create table statistics_state (
  the_one boolean primary key default true check (the_one),
  counted_until timestamptz,
  version bigint not null
);
insert into statistics_state (version) values (0);

-- How the rollup finds what happened lately. One entry per order, at its delivery; refunds and unpaid attempts are few; the inbox
-- only grows in the order of time, so a block range index costs its writers nothing.
create index orders_delivered on orders (delivered_at) include (paid_at) where delivered_at is not null;
create index payment_attempt_unpaid on payment_attempt (changed_at) include (channel) where state = 'CLOSED' and code_url is not null;
create index payment_inbox_received on payment_inbox using brin (received_at) with (pages_per_range = 32, autosummarize = on);
create index refund_requested on refund (requested_at);
create index refund_settled on refund (settled_at) where settled_at is not null;
