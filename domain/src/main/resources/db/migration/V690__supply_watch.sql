-- Price guard: accepted_cost_fen is what a person last agreed to pay for a unit. A supplier that asks clearly more pauses the
-- source until somebody has looked; what falls lowers the measure, small steps up do not raise it.
alter table source add column accepted_cost_fen bigint;
update source set accepted_cost_fen = cost_fen;
alter table source alter column accepted_cost_fen set not null;
alter table source add check (accepted_cost_fen > 0);
alter table source add column paused_at timestamptz;
alter table source add column pause_reason text;
alter table source add check ((paused_at is null) = (pause_reason is null));

-- When a supplier's whole list and our balance are asked for next, and what the balance was.
alter table supplier add column list_at timestamptz not null default '2026-01-01T00:00:00Z';
alter table supplier add column subscribe_at timestamptz not null default '2026-01-01T00:00:00Z';
alter table supplier add column balance_at timestamptz not null default '2026-01-01T00:00:00Z';
alter table supplier add column balance_fen bigint;
alter table supplier add column credit_fen bigint;
alter table supplier add column balance_told_at timestamptz;
alter table supplier add column balance_low_since timestamptz;

-- One fuse per supplier and SKU. OPEN: nothing is bought. From probe_at on, one purchase at a time tries whether it works again.
-- Purchases intended before counted_from no longer count.
create table supplier_breaker (
  supplier_id text not null references supplier,
  supplier_sku text not null,
  open boolean not null,
  trips int not null,
  opened_at timestamptz,
  probe_at timestamptz,
  probe_no text,
  counted_from timestamptz not null,
  changed_at timestamptz not null,
  primary key (supplier_id, supplier_sku),
  check (open = (opened_at is not null) and open = (probe_at is not null)),
  check (open or probe_no is null)
);
