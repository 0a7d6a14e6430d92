-- Every refund under way has its own time to be asked about, so that many slow ones never hide a new one.
alter table refund add column ask_at timestamptz, add column asked int;
update refund set ask_at = changed_at + interval '1 minute', asked = 0;
alter table refund alter column ask_at set not null, alter column asked set not null;
create index refund_ask on refund (ask_at) where state in ('SENT', 'UNKNOWN');
