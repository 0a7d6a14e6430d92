-- What the engine did, written by tools/engine-feed alone and read by everybody else.
-- Identity is (epoch, key) or (epoch, partition, position): keys and positions start again when the broker's data is lost, epochs never do.

create schema if not exists engine;

create table engine.epoch (
    epoch           bigint generated always as identity primary key,
    token           text        not null unique,
    partition_id    int         not null,
    opened_at       timestamptz not null,
    lost_at         timestamptz,
    -- The first record of the log. The broker forgets our token when it stops before its first snapshot and then exports its log again:
    -- the same first record means the same log, so the same epoch. Null as long as an opened log is empty.
    first_record    text
);
create unique index epoch_one_current on engine.epoch (partition_id) where lost_at is null;
create index epoch_by_first_record on engine.epoch (partition_id, first_record);

create table engine.process_definition (
    epoch                  bigint not null,
    process_definition_key bigint not null,
    bpmn_process_id        text   not null,
    version                int    not null,
    xml                    text   not null,
    primary key (epoch, process_definition_key)
);

create table engine.instance (
    epoch                  bigint      not null,
    process_instance_key   bigint      not null,
    bpmn_process_id        text        not null,
    process_definition_key bigint      not null,
    version                int         not null, -- 0 for the moment between a correlation and the start it caused
    business_no            text,                 -- correlation key of the message start, or the string variable businessNo
    parent_instance_key    bigint,
    state                  text        not null check (state in ('ACTIVE', 'COMPLETED', 'TERMINATED', 'LOST')),
    started_at             timestamptz not null,
    ended_at               timestamptz,
    end_element_id         text,
    last_position          bigint      not null,
    business_no_position   bigint      not null default -1,
    primary key (epoch, process_instance_key)
) with (fillfactor = 80);
create index instance_by_business_no on engine.instance (business_no);
create index instance_active on engine.instance (bpmn_process_id, started_at) where state = 'ACTIVE';
create index instance_by_parent on engine.instance (parent_instance_key) where parent_instance_key is not null;

create table engine.user_task (
    epoch                bigint      not null,
    user_task_key        bigint      not null,
    process_instance_key bigint      not null,
    bpmn_process_id      text        not null,
    element_id           text        not null,
    element_instance_key bigint      not null,
    candidate_groups     text[]      not null,
    due_at               timestamptz,
    external_reference   text,
    business_no          text,
    priority             int         not null,
    state                text        not null check (state in ('CREATED', 'COMPLETED', 'CANCELED', 'LOST')),
    created_at           timestamptz not null,
    ended_at             timestamptz,
    last_position        bigint      not null,
    primary key (epoch, user_task_key)
) with (fillfactor = 80);
create index user_task_open on engine.user_task (due_at, user_task_key) where state = 'CREATED';
create index user_task_by_instance on engine.user_task (process_instance_key);
create index user_task_by_business_no on engine.user_task (business_no);

create table engine.element_event (
    month                date        not null,
    epoch                bigint      not null,
    partition_id         int         not null,
    position             bigint      not null,
    process_instance_key bigint      not null,
    element_instance_key bigint      not null,
    element_id           text        not null,
    element_type         text        not null,
    intent               text        not null, -- ELEMENT_ACTIVATED ELEMENT_COMPLETED ELEMENT_TERMINATED SEQUENCE_FLOW_TAKEN
    at                   timestamptz not null,
    primary key (month, epoch, partition_id, position)
) partition by range (month);
create index element_event_by_instance on engine.element_event (process_instance_key);
create table engine.element_event_default partition of engine.element_event default;

create table engine.job_event (
    month                date        not null,
    epoch                bigint      not null,
    partition_id         int         not null,
    position             bigint      not null,
    process_instance_key bigint      not null,
    job_key              bigint      not null,
    element_id           text        not null,
    job_type             text        not null,
    intent               text        not null, -- CREATED COMPLETED FAILED TIMED_OUT RETRIES_UPDATED ERROR_THROWN CANCELED and so on
    retries              int         not null,
    worker               text,
    error_code           text,
    error_message        text,
    deadline             timestamptz,
    retry_at             timestamptz,          -- of FAILED with a back-off: when the job is offered again
    at                   timestamptz not null,
    primary key (month, epoch, partition_id, position)
) partition by range (month);
create index job_event_by_instance on engine.job_event (process_instance_key);
create table engine.job_event_default partition of engine.job_event default;

create table engine.incident (
    epoch                bigint      not null,
    incident_key         bigint      not null,
    process_instance_key bigint      not null,
    element_id           text        not null,
    job_key              bigint,
    error_type           text        not null,
    error_message        text,
    state                text        not null check (state in ('OPEN', 'RESOLVED', 'LOST')),
    created_at           timestamptz not null,
    resolved_at          timestamptz,
    last_position        bigint      not null,
    primary key (epoch, incident_key)
);
create index incident_by_instance on engine.incident (process_instance_key);
create index incident_open on engine.incident (created_at) where state = 'OPEN';

create table engine.timer (
    epoch                bigint      not null,
    timer_key            bigint      not null,
    process_instance_key bigint      not null, -- -1 for the timer of a start event
    element_id           text        not null,
    due_at               timestamptz not null,
    state                text        not null check (state in ('WAITING', 'TRIGGERED', 'CANCELED', 'LOST')),
    last_position        bigint      not null,
    primary key (epoch, timer_key)
);
create index timer_by_instance on engine.timer (process_instance_key);
create index timer_waiting on engine.timer (due_at) where state = 'WAITING';

create table engine.feed_state (
    epoch             bigint      not null,
    partition_id      int         not null,
    position          bigint      not null,
    updated_at        timestamptz not null,
    broker_lag_millis bigint,
    primary key (epoch, partition_id)
) with (fillfactor = 50);

-- Makes the monthly partitions of both event tables and moves out what the default partition already holds of a month. May run any number of times.
create function engine.ensure_month_partitions(first_month date, months int) returns int
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    parent text;
    month  date;
    made   int := 0;
    child  text;
begin
    if months not between 1 and 120 then
        raise exception 'months must be between 1 and 120';
    end if;
    foreach parent in array array['element_event', 'job_event'] loop
        for i in 0 .. months - 1 loop
            month := (date_trunc('month', first_month::timestamp) + make_interval(months => i))::date;
            child := format('%s_%s', parent, to_char(month, 'YYYYMM'));
            continue when to_regclass(format('engine.%I', child)) is not null;
            execute format('create table engine.%I (like engine.%I including defaults including constraints)', child, parent);
            execute format('with moved as (delete from engine.%I where month = $1 returning *) insert into engine.%I select * from moved', parent || '_default', child)
                using month;
            execute format('alter table engine.%I attach partition engine.%I for values from (%L) to (%L)',
                parent, child, month, (month + interval '1 month')::date);
            made := made + 1;
        end loop;
    end loop;
    return made;
end $$;
revoke all on function engine.ensure_month_partitions(date, int) from public;

select engine.ensure_month_partitions((current_date - interval '1 month')::date, 26);

-- A plain database (a test, a developer's own) has none of the roles.
do $$
begin
    if exists (select from pg_roles where rolname = 'kameng_app') then
        grant usage on schema engine to kameng_app;
        grant select on all tables in schema engine to kameng_app;
        grant execute on function engine.ensure_month_partitions(date, int) to kameng_app;
    end if;
    if exists (select from pg_roles where rolname = 'kameng_feed') then
        grant usage on schema engine to kameng_feed;
        grant select, insert, update on all tables in schema engine to kameng_feed;
    end if;
end $$;
