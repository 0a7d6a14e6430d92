package org.kameng.tools.enginefeed;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Records about what an instance waits for: people, workers, repair, time. */
final class WorkRecords {

    static final char GROUP_SEPARATOR = '\u001f';

    private WorkRecords() {}

    static boolean userTask(Record<?> record, UserTaskRecordValue value, Batch batch) {
        if (!(record.getIntent() instanceof UserTaskIntent intent)) {
            return false;
        }
        String state = switch (intent) {
            case CREATED, ASSIGNED, UPDATED, MIGRATED -> "CREATED";
            case COMPLETED -> "COMPLETED";
            case CANCELED -> "CANCELED";
            default -> null;
        };
        if (state == null) {
            return false;
        }
        long at = Texts.instant(record.getTimestamp());
        long created = Texts.instant(value.getCreationTimestamp());
        batch.add(new Rows.UserTask(
                record.getKey(),
                value.getProcessInstanceKey(),
                value.getBpmnProcessId(),
                value.getElementId(),
                value.getElementInstanceKey(),
                Texts.clean(String.join(String.valueOf(GROUP_SEPARATOR), value.getCandidateGroupsList())),
                due(value.getDueDate()),
                Texts.orNull(value.getExternalFormReference(), Texts.NUMBER_LIMIT),
                value.getPriority(),
                state,
                created == Texts.NO_INSTANT ? at : created,
                state.equals("CREATED") ? Texts.NO_INSTANT : at,
                record.getPosition()));
        return true;
    }

    private static long due(@Nullable String date) {
        if (date == null || date.isEmpty()) {
            return Texts.NO_INSTANT;
        }
        try {
            return Texts.instant(ZonedDateTime.parse(date).toInstant().toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            return Texts
                    .NO_INSTANT; // the engine accepted it, we cannot show it: a task without a due date is still a task
        }
    }

    static boolean job(Record<?> record, JobRecordValue value, Batch batch) {
        long at = Texts.instant(record.getTimestamp());
        boolean waits = record.getIntent() == JobIntent.FAILED && value.getRetryBackoff() > 0 && value.getRetries() > 0;
        batch.jobs.add(new Rows.Job(
                record.getPosition(),
                value.getProcessInstanceKey(),
                record.getKey(),
                value.getElementId(),
                Texts.clean(value.getType()),
                record.getIntent().name(),
                value.getRetries(),
                Texts.orNull(value.getWorker(), Texts.NUMBER_LIMIT),
                Texts.orNull(value.getErrorCode(), Texts.NUMBER_LIMIT),
                Texts.orNull(value.getErrorMessage(), Texts.MESSAGE_LIMIT),
                Texts.instant(value.getDeadline()),
                waits ? Texts.instant(at + value.getRetryBackoff()) : Texts.NO_INSTANT,
                at));
        return true;
    }

    static boolean incident(Record<?> record, IncidentRecordValue value, Batch batch) {
        boolean resolved = record.getIntent() == IncidentIntent.RESOLVED;
        if (!resolved && record.getIntent() != IncidentIntent.CREATED) {
            return false;
        }
        long at = Texts.instant(record.getTimestamp());
        batch.add(new Rows.Incident(
                record.getKey(),
                value.getProcessInstanceKey(),
                value.getElementId(),
                value.getJobKey(),
                value.getErrorType().name(),
                Texts.orNull(value.getErrorMessage(), Texts.MESSAGE_LIMIT),
                resolved ? "RESOLVED" : "OPEN",
                at,
                resolved ? at : Texts.NO_INSTANT,
                record.getPosition()));
        return true;
    }

    static boolean timer(Record<?> record, TimerRecordValue value, Batch batch) {
        if (!(record.getIntent() instanceof TimerIntent intent)) {
            return false;
        }
        String state = switch (intent) {
            case CREATED, MIGRATED -> "WAITING";
            case TRIGGERED -> "TRIGGERED";
            case CANCELED -> "CANCELED";
            default -> null;
        };
        if (state == null) {
            return false;
        }
        batch.add(new Rows.Timer(
                record.getKey(),
                value.getProcessInstanceKey(),
                value.getTargetElementId(),
                Math.max(0, Texts.instant(value.getDueDate())),
                state,
                record.getPosition()));
        return true;
    }
}
