-- Who is being asked about behind a process's back. When to ask next is the purchase's own and moves with an answer only.
create table purchase_question (
  purchase_no text primary key references purchase,
  leased_until timestamptz not null
);
