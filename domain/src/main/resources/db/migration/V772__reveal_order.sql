-- The last cards somebody revealed, for the version of an open card box.
create index card_first_reveal_last on card_first_reveal (revealed_by, revealed_at);
