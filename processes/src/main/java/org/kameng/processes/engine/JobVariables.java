package org.kameng.processes.engine;

import io.camunda.client.api.response.ActivatedJob;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns variables into the handler's record and its answer into variables. */
final class JobVariables {

    /** The job cannot be run as it is; the message names the variable. */
    static final class MissingVariable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingVariable(String message) {
            super(message);
        }
    }

    private JobVariables() {}

    static List<String> names(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    static <I extends Record> I read(ActivatedJob job, Class<I> type) {
        var given = job.getVariablesAsMap();
        for (var component : type.getRecordComponents()) {
            if (given.get(component.getName()) == null && isRequired(component)) {
                throw new MissingVariable("variable " + component.getName() + " is missing");
            }
        }
        try {
            return job.getVariablesAsType(type);
        } catch (RuntimeException e) {
            throw new MissingVariable("the variables do not fit " + type.getSimpleName());
        }
    }

    static Map<String, Object> write(Record out) {
        var variables = new LinkedHashMap<String, Object>();
        for (var component : out.getClass().getRecordComponents()) {
            var value = valueOf(component, out);
            if (value != null) variables.put(component.getName(), value);
        }
        return variables;
    }

    private static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object valueOf(RecordComponent component, Record of) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("record " + of.getClass().getSimpleName() + " cannot be read", e);
        }
    }
}
