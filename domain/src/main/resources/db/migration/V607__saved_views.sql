-- A person's own named filters of the order list. The query is what stands in the list's address: no personal data.
create table saved_view (
  account_id uuid not null references account,
  name text not null check (length(name) between 1 and 40),
  query text not null check (length(query) <= 500),
  saved_at timestamptz not null,
  primary key (account_id, name)
);
