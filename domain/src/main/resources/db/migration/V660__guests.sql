-- A guest is an account without password, proven by phone code alone. Phones are unique among people, not among guests: a number
-- may change its owner, and the purchases of the former owner must stay with the former owner.
alter table account add column guest boolean not null default false;
alter table account drop constraint account_phone_index_version_phone_index_key;
create unique index account_one_per_phone on account (phone_index_version, phone_index) where not guest;
create index account_phone on account (phone_index_version, phone_index);
alter table account add constraint account_guest_has_no_log_in check (not guest or (login is null and password_hash = '!'));

alter table account_role drop constraint account_role_role_check;
alter table account_role add constraint account_role_role_check check (role in ('CUSTOMER', 'GUEST', 'DISTRIBUTOR', 'SUPPLIER',
  'OPERATOR', 'COMPLIANCE_OFFICER', 'COMPLIANCE_LEAD', 'SUPPORT_AGENT', 'ARBITRATOR', 'FINANCE', 'AUDITOR', 'ADMIN'));

-- What a person agrees to before the shop may use the phone number. Versions are added, never edited.
create table phone_consent_text (
  version text primary key,
  zh text not null,
  en text not null,
  effective_at timestamptz not null
);
insert into phone_consent_text (version, zh, en, effective_at) values ('2026-11',
  '我同意平台处理我的手机号，仅用于：确认是我本人、发送本次购买的订单通知、在卡密到期前提醒我（可随时关闭）以及处理售后与争议。手机号加密保存，交易信息依法至少保存三年；不用于广告，不提供给卖家。',
  'I agree that the platform uses my phone number, and only to: confirm that it is me, send the notices of this purchase, remind me before a card expires (can be switched off at any time), and handle after-sales requests and disputes. The number is stored encrypted; transaction records are kept for at least three years as the law demands. It is not used for advertising and not given to the seller.',
  '2026-11-01T00:00:00Z');
create trigger phone_consent_text_only_grows before update or delete on phone_consent_text for each row execute function refuse_change();

-- proven_at is the last time somebody had the phone in hand: it decides how long the phone alone opens what was bought.
create table guest (
  account_id uuid primary key references account,
  proven_at timestamptz not null,
  consent_version text not null references phone_consent_text,
  consent_at timestamptz not null,
  adopted_by uuid references account,
  adopted_at timestamptz,
  check ((adopted_by is null) = (adopted_at is null)),
  check (adopted_by <> account_id)
);
create index guest_adopted on guest (adopted_by) where adopted_by is not null;

-- A link to one order of a guest. Only the hash is kept; the link names the order and its state and opens nothing.
create table order_link (
  token_hash bytea primary key check (length(token_hash) = 32),
  -- Deferred: the link of a new order is written before the order's own row is.
  order_no text not null references orders deferrable initially deferred,
  occasion text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  unique (order_no, occasion)
);
create index order_link_expiry on order_link (expires_at);
do $$
begin
  if exists (select from pg_roles where rolname = 'kameng_app') then
    revoke update, delete, truncate on phone_consent_text from kameng_app;
  end if;
end $$;
