-- A number the channel has closed pays nothing back any more: the next try bears another.
alter table refund add column channel_no text check (channel_no ~ '^[0-9A-Za-z_-]{6,64}$');
update refund set channel_no = refund_no;
alter table refund alter column channel_no set not null, add unique (channel_no);
