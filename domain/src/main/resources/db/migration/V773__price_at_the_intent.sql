-- What a charge pays for is counted at the price that stood when the purchase was intended, whatever the supplier tells later.
alter table purchase add unit_cost_fen bigint;
update purchase p set unit_cost_fen = s.cost_fen from source s where s.id = p.source_id;
alter table purchase alter unit_cost_fen set not null;
alter table purchase add check (unit_cost_fen > 0);
