-- The application connects as kameng_app, which owns nothing. Tables made later by the owner are opened to it by default;
-- tables that only grow (audit, ledger) take update and delete away again in their own migration.
do $$
begin
  if exists (select from pg_roles where rolname = 'kameng_app') then
    grant usage on schema public to kameng_app;
    alter default privileges in schema public grant select, insert, update, delete on tables to kameng_app;
    alter default privileges in schema public grant usage, select on sequences to kameng_app;
  end if;
end $$;

create table account (
  id uuid primary key,
  version bigint not null,
  security_version bigint not null,
  login text unique check (login ~ '^[a-z0-9][a-z0-9.-]{2,39}$'),
  phone_sealed bytea,
  phone_index bytea,
  phone_index_version int,
  display_name text not null check (length(display_name) between 1 and 60),
  password_hash text not null,
  disabled_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (phone_index_version, phone_index),
  check ((login is null) <> (phone_index is null)),
  check (num_nonnulls(phone_sealed, phone_index, phone_index_version) in (0, 3))
);

create table account_role (
  account_id uuid not null references account,
  role text not null check (role in ('CUSTOMER', 'DISTRIBUTOR', 'SUPPLIER', 'OPERATOR', 'COMPLIANCE_OFFICER', 'COMPLIANCE_LEAD',
    'SUPPORT_AGENT', 'ARBITRATOR', 'FINANCE', 'AUDITOR', 'ADMIN')),
  primary key (account_id, role)
);

-- One code per phone and purpose: asking again replaces it. Only keyed hashes of phone and code are kept.
create table phone_code (
  purpose text not null,
  phone_index bytea not null,
  code_hash bytea not null,
  tries int not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (purpose, phone_index)
);
create index phone_code_expiry on phone_code (expires_at);

-- Failed log-ins by keyed hash of what was typed, so that unknown log-ins lock like known ones.
create table login_guard (
  login_index bytea primary key,
  failures int not null,
  last_failure_at timestamptz not null,
  locked_until timestamptz
);
create index login_guard_age on login_guard (last_failure_at);

create table rate_window (
  scope text not null,
  key_index bytea not null,
  window_start timestamptz not null,
  window_end timestamptz not null,
  taken int not null,
  primary key (scope, key_index, window_start)
);
create index rate_window_end on rate_window (window_end);

create table lease (
  name text primary key,
  owner text not null,
  until timestamptz not null,
  next_at timestamptz not null
);

-- Sent rows are deleted 14 days later in small batches, so this table needs no partitions and no month in its keys.
create table outbox (
  id bigint generated always as identity primary key,
  topic text not null,
  key text not null,
  message_id text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  due_at timestamptz not null,
  attempts int not null default 0,
  last_error text,
  lease_owner text,
  lease_until timestamptz,
  done_at timestamptz,
  unique (topic, message_id)
);
create index outbox_waiting on outbox (due_at, id) where done_at is null;
create index outbox_done on outbox (done_at) where done_at is not null;

create table audit_event (
  month date not null,
  id bigint generated always as identity,
  at timestamptz not null,
  actor_account uuid,
  actor_name text not null,
  what text not null,
  subject_kind text not null,
  subject_no text not null,
  canonical bytea not null,
  sha256 bytea not null,
  primary key (month, id),
  check (month = date_trunc('month', at at time zone 'UTC')::date),
  check (sha256 = sha256(canonical))
) partition by range (month);
create index audit_event_subject on audit_event (subject_kind, subject_no, at desc, id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger audit_event_only_grows before update or delete on audit_event for each row execute function refuse_change();
create trigger audit_event_not_truncated before truncate on audit_event for each statement execute function refuse_change();

create table audit_event_default partition of audit_event default;
do $$
declare
  first date;
begin
  for first in select generate_series(date '2026-01-01', date '2030-12-01', interval '1 month')::date loop
    execute format('create table %I partition of audit_event for values from (%L) to (%L)',
      'audit_event_' || to_char(first, 'YYYY_MM'), first, (first + interval '1 month')::date);
  end loop;
end $$;

-- Truncate triggers are not inherited, and default privileges opened the partitions: close each of them.
do $$
declare
  part regclass;
begin
  for part in select relid from pg_partition_tree('audit_event') where isleaf loop
    execute format('create trigger not_truncated before truncate on %s for each statement execute function refuse_change()', part);
  end loop;
  if exists (select from pg_roles where rolname = 'kameng_app') then
    for part in select relid from pg_partition_tree('audit_event') loop
      execute format('revoke all on %s from kameng_app', part);
    end loop;
    grant select, insert on audit_event to kameng_app;
  end if;
end $$;
