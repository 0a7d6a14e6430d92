create table ledger_transfer (
  id text primary key,
  kind text not null,
  order_no text not null,
  posted_at timestamptz not null
);
create index ledger_transfer_order on ledger_transfer (order_no);

-- Debit positive, credit negative, in the smallest unit of the currency.
create table ledger_entry (
  id bigint generated always as identity primary key,
  transfer_id text not null references ledger_transfer,
  account text not null check (account ~ '^[A-Z_]+(:[a-z0-9-]+)?$'),
  amount bigint not null check (amount <> 0),
  currency text not null check (currency ~ '^[A-Z]{3}$')
);
create index ledger_entry_transfer on ledger_entry (transfer_id);
create index ledger_entry_account on ledger_entry (account);

create function ledger_sums_to_zero() returns trigger language plpgsql as $$
declare
  rest numeric;
begin
  select sum(amount) into rest from ledger_entry where transfer_id = new.transfer_id and currency = new.currency;
  if rest <> 0 then
    raise exception 'transfer % does not sum to zero in %', new.transfer_id, new.currency using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_sums_to_zero after insert on ledger_entry deferrable initially deferred
  for each row execute function ledger_sums_to_zero();

create trigger ledger_entry_only_grows before update or delete on ledger_entry for each row execute function refuse_change();
create trigger ledger_transfer_only_grows before update or delete on ledger_transfer for each row execute function refuse_change();
create trigger ledger_entry_not_truncated before truncate on ledger_entry for each statement execute function refuse_change();
create trigger ledger_transfer_not_truncated before truncate on ledger_transfer for each statement execute function refuse_change();
do $$
begin
  if exists (select from pg_roles where rolname = 'kameng_app') then
    revoke update, delete, truncate on ledger_entry, ledger_transfer from kameng_app;
  end if;
end $$;
