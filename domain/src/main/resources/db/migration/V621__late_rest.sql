-- A purchase that came in part may bring the rest within a day.
create index purchase_partial on purchase (ask_at) where state = 'PARTIAL';
