package org.kameng.tools.enginefeed;

import org.jspecify.annotations.Nullable;

/** What is copied out of a record, a shape per table. Instants are milliseconds, {@link Texts#NO_INSTANT} for none. */
final class Rows {

    /** The position of a row that knows nothing of the state. */
    static final long STATELESS = -1;

    private Rows() {}

    record Definition(long key, String processId, int version, String xml) {}

    record Element(
            long position, long instanceKey, long elementKey, String elementId, String type, String intent, long at) {}

    record Job(
            long position,
            long instanceKey,
            long jobKey,
            String elementId,
            String type,
            String intent,
            int retries,
            @Nullable String worker,
            @Nullable String errorCode,
            @Nullable String errorMessage,
            long deadline,
            long retryAt,
            long at) {}

    record UserTask(
            long key,
            long instanceKey,
            String processId,
            String elementId,
            long elementKey,
            String candidateGroups,
            long dueAt,
            @Nullable String externalReference,
            int priority,
            String state,
            long createdAt,
            long endedAt,
            long position) {}

    record Incident(
            long key,
            long instanceKey,
            String elementId,
            long jobKey,
            String errorType,
            @Nullable String errorMessage,
            String state,
            long createdAt,
            long resolvedAt,
            long position) {

        Incident after(Incident earlier) {
            return new Incident(
                    key,
                    instanceKey,
                    elementId,
                    jobKey,
                    errorType,
                    errorMessage,
                    state,
                    earlier.createdAt,
                    resolvedAt,
                    position);
        }
    }

    record Timer(long key, long instanceKey, String elementId, long dueAt, String state, long position) {}

    /**
     * One instance as several records tell it: its life cycle, its business number, the end event it reached. A row without a life-cycle record
     * is {@link #STATELESS}: it fills gaps and never overrules.
     */
    record Instance(
            long key,
            String processId,
            long definitionKey,
            int version,
            long parentKey,
            String state,
            long startedAt,
            long endedAt,
            long position,
            @Nullable String endElementId,
            @Nullable String businessNo,
            long businessNoPosition) {

        Instance merge(Instance later) {
            boolean life = later.position > position;
            boolean start =
                    (position == STATELESS && life) || (later.position > STATELESS && later.position < position);
            boolean number = later.businessNoPosition > businessNoPosition;
            return new Instance(
                    key,
                    life ? later.processId : processId,
                    life ? later.definitionKey : definitionKey,
                    life ? later.version : version,
                    Math.max(parentKey, later.parentKey),
                    life ? later.state : state,
                    start ? later.startedAt : startedAt,
                    life ? later.endedAt : endedAt,
                    Math.max(position, later.position),
                    later.endElementId == null ? endElementId : later.endElementId,
                    number ? later.businessNo : businessNo,
                    Math.max(businessNoPosition, later.businessNoPosition));
        }
    }
}
