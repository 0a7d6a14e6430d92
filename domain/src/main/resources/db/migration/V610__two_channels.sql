-- What the seller is called at Alipay; without it the seller is paid through WeChat only.
alter table seller add column smid text unique check (smid ~ '^2088[0-9]{12}$');
alter table orders add column smid text;

-- A buyer may change between the channels: one open number at each.
drop index payment_attempt_one_open;
create unique index payment_attempt_one_open on payment_attempt (order_no, channel) where state in ('CREATED', 'READY', 'UNKNOWN');
