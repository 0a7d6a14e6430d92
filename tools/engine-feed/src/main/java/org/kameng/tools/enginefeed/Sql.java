package org.kameng.tools.enginefeed;

/**
 * The upserts, one statement per table whatever the number of rows: arrays go in, rows come out. The text never changes, so the server plans each
 * once. Replays and records out of order are harmless: events are kept once by position, states only move to a later position.
 */
final class Sql {

    static final String DEFINITION = """
            insert into engine.process_definition (epoch, process_definition_key, bpmn_process_id, version, xml)
            select ?, u.* from unnest(?::bigint[], ?::text[], ?::int[], ?::text[]) u
            on conflict do nothing""";

    static final String ELEMENT = """
            insert into engine.element_event (month, epoch, partition_id, position, process_instance_key, element_instance_key, element_id,
                element_type, intent, at)
            select date_trunc('month', t.at at time zone 'UTC')::date, ?, ?, u.position, u.instance_key, u.element_key, u.element_id, u.type, u.intent, t.at
            from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                u(position, instance_key, element_key, element_id, type, intent, millis),
                lateral (select %s as at) t
            on conflict do nothing""".formatted(instant("u.millis"));

    static final String JOB = """
            insert into engine.job_event (month, epoch, partition_id, position, process_instance_key, job_key, element_id, job_type, intent,
                retries, worker, error_code, error_message, deadline, retry_at, at)
            select date_trunc('month', t.at at time zone 'UTC')::date, ?, ?, u.position, u.instance_key, u.job_key, u.element_id, u.type, u.intent,
                u.retries, u.worker, u.error_code, u.error_message, %s, %s, t.at
            from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[],
                    ?::bigint[], ?::bigint[], ?::bigint[])
                u(position, instance_key, job_key, element_id, type, intent, retries, worker, error_code, error_message, deadline, retry_at, millis),
                lateral (select %s as at) t
            on conflict do nothing""".formatted(instant("u.deadline"), instant("u.retry_at"), instant("u.millis"));

    static final String INSTANCE = """
            insert into engine.instance as i (epoch, process_instance_key, bpmn_process_id, process_definition_key, version, parent_instance_key,
                state, started_at, ended_at, last_position, end_element_id, business_no, business_no_position)
            select ?, u.key, u.process_id, u.definition_key, u.version, case when u.parent_key > 0 then u.parent_key end,
                u.state, %s, %s, u.position, u.end_element_id, u.business_no, u.business_no_position
            from unnest(?::bigint[], ?::text[], ?::bigint[], ?::int[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[],
                    ?::text[], ?::bigint[])
                u(key, process_id, definition_key, version, parent_key, state, started_at, ended_at, position, end_element_id, business_no,
                  business_no_position)
            on conflict (epoch, process_instance_key) do update set
                bpmn_process_id = case when excluded.last_position > i.last_position then excluded.bpmn_process_id else i.bpmn_process_id end,
                process_definition_key = case when excluded.last_position > i.last_position then excluded.process_definition_key
                    else i.process_definition_key end,
                version = case when excluded.last_position > i.last_position then excluded.version else i.version end,
                parent_instance_key = coalesce(i.parent_instance_key, excluded.parent_instance_key),
                state = case when excluded.last_position > i.last_position then excluded.state else i.state end,
                started_at = case when (i.last_position < 0 and excluded.last_position >= 0)
                    or (excluded.last_position >= 0 and excluded.last_position < i.last_position) then excluded.started_at else i.started_at end,
                ended_at = case when excluded.last_position > i.last_position then excluded.ended_at else i.ended_at end,
                last_position = greatest(i.last_position, excluded.last_position),
                end_element_id = coalesce(excluded.end_element_id, i.end_element_id),
                business_no = case when excluded.business_no_position > i.business_no_position then excluded.business_no else i.business_no end,
                business_no_position = greatest(i.business_no_position, excluded.business_no_position)""".formatted(instant("u.started_at"), instant("u.ended_at"));

    /** A number that came after the task; rare, but a variable may be set at any time. */
    static final String TASK_NUMBER = """
            update engine.user_task t set business_no = i.business_no
            from engine.instance i
            where t.epoch = ? and t.process_instance_key = any (?::bigint[])
                and i.epoch = t.epoch and i.process_instance_key = t.process_instance_key
                and t.business_no is distinct from i.business_no""";

    static final String USER_TASK = """
            insert into engine.user_task as t (epoch, user_task_key, process_instance_key, bpmn_process_id, element_id, element_instance_key,
                candidate_groups, due_at, external_reference, priority, state, created_at, ended_at, last_position, business_no)
            select ?, u.key, u.instance_key, u.process_id, u.element_id, u.element_key, string_to_array(u.groups, U&'\\001f'), %s,
                u.reference, u.priority, u.state, %s, %s, u.position, i.business_no
            from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::int[], ?::text[],
                    ?::bigint[], ?::bigint[], ?::bigint[])
                u(key, instance_key, process_id, element_id, element_key, groups, due_at, reference, priority, state, created_at, ended_at, position)
                left join engine.instance i on i.epoch = ? and i.process_instance_key = u.instance_key
            on conflict (epoch, user_task_key) do update set
                bpmn_process_id = excluded.bpmn_process_id, element_id = excluded.element_id, candidate_groups = excluded.candidate_groups,
                due_at = excluded.due_at, external_reference = excluded.external_reference, priority = excluded.priority,
                state = excluded.state, ended_at = excluded.ended_at, last_position = excluded.last_position,
                business_no = coalesce(excluded.business_no, t.business_no)
            where excluded.last_position > t.last_position""".formatted(instant("u.due_at"), instant("u.created_at"), instant("u.ended_at"));

    static final String INCIDENT = """
            insert into engine.incident as i (epoch, incident_key, process_instance_key, element_id, job_key, error_type, error_message, state,
                created_at, resolved_at, last_position)
            select ?, u.key, u.instance_key, u.element_id, case when u.job_key > 0 then u.job_key end, u.type, u.message, u.state, %s, %s, u.position
            from unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[])
                u(key, instance_key, element_id, job_key, type, message, state, created_at, resolved_at, position)
            on conflict (epoch, incident_key) do update set
                state = case when excluded.last_position > i.last_position then excluded.state else i.state end,
                created_at = case when excluded.last_position < i.last_position then excluded.created_at else i.created_at end,
                resolved_at = coalesce(excluded.resolved_at, i.resolved_at),
                last_position = greatest(i.last_position, excluded.last_position)
            where excluded.last_position <> i.last_position""".formatted(instant("u.created_at"), instant("u.resolved_at"));

    static final String TIMER = """
            insert into engine.timer as t (epoch, timer_key, process_instance_key, element_id, due_at, state, last_position)
            select ?, u.key, u.instance_key, u.element_id, %s, u.state, u.position
            from unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::bigint[])
                u(key, instance_key, element_id, due_at, state, position)
            on conflict (epoch, timer_key) do update set
                element_id = excluded.element_id, due_at = excluded.due_at, state = excluded.state, last_position = excluded.last_position
            where excluded.last_position > t.last_position""".formatted(instant("u.due_at"));

    static final String FEED_STATE = """
            insert into engine.feed_state as s (epoch, partition_id, position, updated_at, broker_lag_millis)
            values (?, ?, ?, timestamptz 'epoch' + ? * interval '1 millisecond', ?)
            on conflict (epoch, partition_id) do update set position = greatest(s.position, excluded.position),
                updated_at = excluded.updated_at, broker_lag_millis = excluded.broker_lag_millis""";

    private Sql() {}

    private static String instant(String column) {
        return "timestamptz 'epoch' + nullif(%s, -1) * interval '1 millisecond'".formatted(column);
    }
}
