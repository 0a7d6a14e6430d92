-- Purchases called failed whose supplier has spoken since: asked about once more, until that is clear.
create table purchase_doubt (
  purchase_no text primary key references purchase,
  ask_at timestamptz not null
);
create index purchase_doubt_next on purchase_doubt (ask_at);
