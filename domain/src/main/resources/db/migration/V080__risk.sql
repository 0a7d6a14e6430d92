-- Thresholds are data: a new version is added and takes effect at its time, older ones stay for the decisions made under them.
create table risk_rule_version (
  version text primary key,
  effective_at timestamptz not null unique,
  known_nat text[] not null
);

-- Amounts in fen. What first and second mean is written beside each rule in the code (RiskRules).
create table risk_rule (
  version text not null references risk_rule_version,
  rule text not null,
  first_threshold bigint not null,
  second_threshold bigint not null,
  first_weight int not null check (first_weight between 0 and 100),
  second_weight int not null check (second_weight between 0 and 100),
  business_factor int not null check (business_factor >= 1),
  primary key (version, rule)
);

insert into risk_rule_version (version, effective_at, known_nat) values ('2026-11', '2026-11-01T00:00:00Z', '{127.0.0.1,::1,0:0:0:0:0:0:0:1}');
insert into risk_rule (version, rule, first_threshold, second_threshold, first_weight, second_weight, business_factor) values
  ('2026-11', 'R01', 10, 30, 20, 20, 10),
  ('2026-11', 'R02', 500000, 2000000, 20, 50, 10),
  ('2026-11', 'R05', 100000, 300000, 30, 30, 10),
  ('2026-11', 'R09', 3, 8, 30, 30, 1),
  ('2026-11', 'R15', 5, 5, 100, 100, 1),
  ('2026-11', 'R17', 16, 18, 100, 100, 1);

create trigger risk_rule_only_grows before update or delete on risk_rule for each row execute function refuse_change();
create trigger risk_rule_version_only_grows before update or delete on risk_rule_version for each row execute function refuse_change();

-- Each answer of the rules with what it was made from; also the memory from which later features are counted.
create table risk_decision (
  id bigint generated always as identity primary key,
  stage text not null check (stage in ('ORDER', 'PAYMENT')),
  order_no text not null,
  account_id uuid not null,
  amount_fen bigint not null,
  ip_index bytea not null,
  device_index bytea not null,
  payer_index bytea,
  score int not null,
  flags text[] not null,
  rule_version text not null references risk_rule_version,
  features jsonb not null,
  decided_at timestamptz not null
);
create index risk_decision_account on risk_decision (account_id, stage, decided_at) include (amount_fen);
create index risk_decision_device on risk_decision (device_index, decided_at) include (account_id);
create index risk_decision_ip on risk_decision (ip_index, decided_at) include (account_id);
create index risk_decision_order on risk_decision (order_no);
create trigger risk_decision_only_grows before update or delete on risk_decision for each row execute function refuse_change();
do $$
begin
  if exists (select from pg_roles where rolname = 'kameng_app') then
    revoke update, delete, truncate on risk_decision, risk_rule, risk_rule_version from kameng_app;
  end if;
end $$;
