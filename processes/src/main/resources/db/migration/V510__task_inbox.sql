-- Who has taken a task, what was decided, and how often an order or refund was started in the engine.

create table task_claim (
    epoch         bigint      not null,
    user_task_key bigint      not null,
    account_id    uuid        not null,
    claimed_by    text        not null,
    claimed_at    timestamptz not null,
    primary key (epoch, user_task_key)
);

create table task_decision (
    epoch                bigint      not null,
    user_task_key        bigint      not null,
    process_instance_key bigint      not null,
    element_id           text        not null,
    reference            text        not null,
    verdict              text        not null,
    reason               text        not null check (length(reason) between 1 and 500),
    account_id           uuid        not null,
    decided_by           text        not null,
    decided_as           text[]      not null,
    decided_at           timestamptz not null,
    state                text        not null check (state in ('RECORDED', 'APPLIED', 'OVERTAKEN')),
    because              text,
    ended_at             timestamptz,
    primary key (epoch, user_task_key)
);
create index task_decision_by_reference on task_decision (reference, element_id, decided_at desc);

create table process_generation (
    business_no text        not null,
    process_id  text        not null,
    generation  int         not null check (generation > 0),
    started_at  timestamptz not null,
    primary key (business_no, process_id)
);
