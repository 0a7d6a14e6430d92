-- What strangers left at the doors is forgotten after a while; these find it.
create index payment_alarm_refused on payment_alarm (raised_at) where body_sha256 is not null;
create index supplier_alarm_refused on supplier_alarm (raised_at) where body_sha256 is not null;
