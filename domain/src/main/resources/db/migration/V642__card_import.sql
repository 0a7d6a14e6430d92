-- A file between preview and import. It is sealed under a key of its own and its bytes go as soon as it is imported, refused or left.
create table card_import (
  token uuid primary key,
  version bigint not null,
  offer_id int not null references offer,
  file_name text not null,
  file_sha256 bytea not null,
  by_account uuid not null,
  by_name text not null,
  state text not null check (state in ('PREVIEWED', 'RUNNING', 'IMPORTED', 'REFUSED', 'LEFT')),
  lines int not null,
  imported int not null,
  batch_id bigint references card_batch,
  report jsonb,
  kek_version int not null,
  wrapped_key bytea not null,
  content bytea,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check ((state in ('PREVIEWED', 'RUNNING')) = (content is not null)),
  check ((state = 'IMPORTED') = (batch_id is not null))
);
create index card_import_person on card_import (by_account, created_at desc);
create index card_import_open on card_import (changed_at) where state in ('PREVIEWED', 'RUNNING');
create index card_batch_file on card_batch (file_sha256);
