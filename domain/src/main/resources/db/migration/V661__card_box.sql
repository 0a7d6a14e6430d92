-- How long after delivery a card can be complained about, and how many of it one order of a business may hold.
alter table sku add column after_sales_days int not null default 30 check (after_sales_days between 1 and 730);
alter table sku add column business_max_per_order int not null default 10000 check (business_max_per_order between 1 and 10000);

-- One file of all cards of an order: the act counts as the reveal of each of them. Address and device are sealed once for all.
create table card_file (
  id bigint generated always as identity primary key,
  order_no text not null,
  taken_by uuid not null references account,
  taken_at timestamptz not null,
  cards int not null check (cards > 0),
  first_revealed int not null,
  ip_sealed bytea not null,
  device_sealed bytea not null
);
create index card_file_order on card_file (order_no);
create trigger card_file_only_grows before update or delete on card_file for each row execute function refuse_change();

-- A first reveal names its own address and device, or the file in which the card was first seen.
alter table card_first_reveal add column file_id bigint references card_file;
alter table card_first_reveal alter column ip_sealed drop not null;
alter table card_first_reveal alter column device_sealed drop not null;
alter table card_first_reveal add constraint card_first_reveal_from_somewhere
  check (num_nonnulls(ip_sealed, device_sealed) = case when file_id is null then 2 else 0 end);

-- Each reminder once per owner, day of expiry and distance; the row is written in the transaction that queues the message.
create table card_reminder (
  owner_id uuid not null references account,
  expires_on date not null,
  days_before smallint not null check (days_before in (1, 7, 30)),
  cards int not null check (cards > 0),
  reminded_at timestamptz not null,
  primary key (owner_id, expires_on, days_before)
);
create table card_reminder_off (
  account_id uuid primary key references account,
  since timestamptz not null
);
create index card_expiring on card (expires_on, owner_id) where state = 2 and expires_on < 'infinity';
do $$
begin
  if exists (select from pg_roles where rolname = 'kameng_app') then
    revoke update, delete, truncate on card_file from kameng_app;
    revoke update, delete, truncate on card_reminder from kameng_app;
  end if;
end $$;
