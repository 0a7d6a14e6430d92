package org.kameng.tools.enginefeed;

import io.camunda.zeebe.exporter.api.context.Context.RecordFilter;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import java.util.EnumSet;
import java.util.Set;

/** Which records the broker hands over at all. Variables are let through for one name only, see {@link InstanceRecords}. */
final class Wanted implements RecordFilter {

    private static final Set<ValueType> VALUES = EnumSet.of(
            ValueType.PROCESS,
            ValueType.PROCESS_INSTANCE,
            ValueType.USER_TASK,
            ValueType.JOB,
            ValueType.INCIDENT,
            ValueType.TIMER,
            ValueType.MESSAGE_START_EVENT_SUBSCRIPTION,
            ValueType.VARIABLE);

    @Override
    public boolean acceptType(RecordType type) {
        return type == RecordType.EVENT;
    }

    @Override
    public boolean acceptValue(ValueType value) {
        return VALUES.contains(value);
    }
}
