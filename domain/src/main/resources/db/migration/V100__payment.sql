-- Own number per attempt: the channel never takes a closed number again.
create table payment_attempt (
  out_trade_no text primary key check (out_trade_no ~ '^[0-9A-Za-z_-]{6,32}$'),
  version bigint not null,
  order_no text not null references orders,
  buyer_id uuid not null,
  channel text not null,
  sub_mchid text not null,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('CREATED', 'READY', 'UNKNOWN', 'PAID', 'FAILED', 'CLOSED')),
  code_url text,
  failure text,
  transaction_id text,
  created_at timestamptz not null,
  deadline timestamptz not null,
  paid_at timestamptz,
  changed_at timestamptz not null,
  ask_at timestamptz not null,
  asked int not null
);
create index payment_attempt_order on payment_attempt (order_no);
create unique index payment_attempt_one_open on payment_attempt (order_no) where state in ('CREATED', 'READY', 'UNKNOWN');
create index payment_attempt_ask on payment_attempt (ask_at) where state in ('CREATED', 'READY', 'UNKNOWN');
create index payment_attempt_failed on payment_attempt (buyer_id, changed_at) where state = 'FAILED';

-- What the channel told us, verified, once per transaction. The payer's id is sealed.
create table payment_inbox (
  channel text not null,
  transaction_id text not null,
  out_trade_no text not null references payment_attempt,
  order_no text not null references orders,
  sub_mchid text not null,
  amount_fen bigint not null check (amount_fen > 0),
  currency text not null,
  payer_sealed bytea,
  payer_index bytea,
  payer_index_version int,
  source text not null,
  receipt text not null check (receipt in ('CONFIRMED', 'LATE', 'DOUBLE')),
  paid_at timestamptz not null,
  received_at timestamptz not null,
  primary key (channel, transaction_id)
);
create index payment_inbox_order on payment_inbox (order_no);
create unique index payment_inbox_one_confirms on payment_inbox (order_no) where receipt = 'CONFIRMED';

create table payment_alarm (
  id bigint generated always as identity primary key,
  channel text not null,
  why text not null,
  order_no text,
  transaction_id text,
  body_sha256 bytea,
  remote_ip_sealed bytea,
  raised_at timestamptz not null
);
create unique index payment_alarm_once on payment_alarm (channel, transaction_id, why) where transaction_id is not null;
create index payment_alarm_newest on payment_alarm (raised_at desc, id desc);

create table refund (
  refund_no text primary key check (refund_no ~ '^[0-9A-Za-z_-]{6,64}$'),
  version bigint not null,
  order_no text not null references orders,
  out_trade_no text not null references payment_attempt,
  channel text not null,
  transaction_id text not null,
  sub_mchid text not null,
  kind text not null check (kind in ('ORDER', 'LATE', 'DOUBLE')),
  state text not null check (state in ('REQUESTED', 'SENT', 'UNKNOWN', 'SUCCESS', 'ABNORMAL', 'CLOSED', 'SETTLED_BY_HAND')),
  amount_fen bigint not null check (amount_fen > 0),
  total_fen bigint not null check (total_fen >= amount_fen),
  reason text not null,
  tries int not null,
  channel_refund_id text,
  failure text,
  hand_reference text,
  hand_reason text,
  hand_by uuid,
  requested_at timestamptz not null,
  settled_at timestamptz,
  changed_at timestamptz not null,
  foreign key (channel, transaction_id) references payment_inbox
);
create index refund_order on refund (order_no);
create unique index refund_one_for_order on refund (order_no) where kind = 'ORDER';
create unique index refund_one_for_stray on refund (channel, transaction_id) where kind in ('LATE', 'DOUBLE');
create index refund_unfinished on refund (changed_at) where state in ('REQUESTED', 'SENT', 'UNKNOWN', 'ABNORMAL', 'CLOSED');

-- Never more back than came in, whoever writes: the payment's row is the lock.
create function refund_within_payment() returns trigger language plpgsql as $$
declare
  paid bigint;
  back bigint;
begin
  select amount_fen into paid from payment_inbox
    where channel = new.channel and transaction_id = new.transaction_id for update;
  select coalesce(sum(amount_fen), 0) into back from refund
    where channel = new.channel and transaction_id = new.transaction_id and refund_no <> new.refund_no;
  if back + new.amount_fen > paid then
    raise exception 'refunds of % would exceed the payment', new.transaction_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger refund_within_payment before insert or update of amount_fen, channel, transaction_id on refund
  for each row execute function refund_within_payment();
