-- Wishes to have the supplier take a purchase back, counted: the count is part of the wish's number. Open until the supplier agrees
-- or refuses; the purchase itself fails only when it has agreed.
alter table purchase add column cancels int not null default 0;
alter table purchase add column cancel_wanted boolean not null default false;
alter table purchase add column cancel_refused text;
alter table purchase add check (cancels >= 0 and (not cancel_wanted or cancels > 0));

-- Goods that wait for a person's verdict.
create index purchase_bad_goods on purchase (ended_at) where state = 'BAD_GOODS' and judged_at is null;

-- What operators decided about purchases, bound by the token to the preview they had before their eyes. Above a limit the first
-- person only proposes.
create table purchase_decision (
  id bigint generated always as identity primary key,
  purchase_no text not null references purchase,
  act text not null check (act in ('ASK', 'CANCEL', 'NEXT', 'REFUND')),
  token text not null check (token ~ '^[0-9a-f]{64}$'),
  reason text not null,
  at_stake_fen bigint not null check (at_stake_fen >= 0),
  state text not null check (state in ('PROPOSED', 'DONE', 'DECLINED', 'OVERTAKEN')),
  proposed_by uuid not null,
  proposed_name text not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_name text,
  decided_reason text,
  decided_at timestamptz,
  check ((state = 'PROPOSED') = (decided_at is null)),
  check (state <> 'DECLINED' or decided_reason is not null)
);
create unique index purchase_decision_standing on purchase_decision (purchase_no) where state = 'PROPOSED';
create index purchase_decision_purchase on purchase_decision (purchase_no, id);

do $$
begin
  if exists (select from pg_roles where rolname = 'kameng_app') then
    revoke delete, truncate on purchase_decision from kameng_app;
  end if;
end $$;
