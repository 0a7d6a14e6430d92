-- What one ADMIN proposes and another confirms. The account of a new colleague is made by the confirmation.
create table staff_change (
  no bigint generated always as identity primary key,
  kind text not null check (kind in ('CREATE', 'ROLES', 'ENABLE', 'CODE')),
  account_id uuid not null,
  login text not null,
  display_name text not null,
  roles text[] not null,
  first_hash bytea,
  reason text not null,
  proposed_by uuid not null,
  proposer text not null,
  proposed_at timestamptz not null,
  state text not null check (state in ('OPEN', 'CONFIRMED', 'WITHDRAWN')),
  decided_by uuid,
  decided_at timestamptz,
  check ((state = 'OPEN') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  check (state <> 'CONFIRMED' or decided_by not in (proposed_by, account_id)),
  check ((first_hash is not null) = (kind in ('CREATE', 'CODE')))
);
create unique index staff_change_one_open on staff_change (login) where state = 'OPEN';
create index staff_change_oldest on staff_change (proposed_at, no) where state = 'OPEN';

-- How a person gets the first own password: two halves of a code, known to two ADMINs. Only keyed hashes are kept.
create table staff_activation (
  account_id uuid primary key references account,
  first_hash bytea not null,
  second_hash bytea not null,
  expires_at timestamptz not null
);
