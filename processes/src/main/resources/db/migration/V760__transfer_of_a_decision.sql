-- Money that left outside every channel is proven by the bank's reference, not by a sentence.

alter table task_decision add column transfer text check (length(transfer) between 1 and 60);
