-- What is asked every two minutes is kept for days, what belongs to a purchase for years; pushes only for as long as a copy may come.
create index supplier_call_poll_age on supplier_call (at) where purchase_no is null;
create index supplier_call_purchase_age on supplier_call (at) where purchase_no is not null;
create index supplier_event_age on supplier_event (received_at);
do $$
begin
  if exists (select from pg_roles where rolname = 'kameng_app') then
    grant delete on supplier_event to kameng_app;
  end if;
end $$;
