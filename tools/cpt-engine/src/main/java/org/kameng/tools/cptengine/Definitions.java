package org.kameng.tools.cptengine;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.protocol.record.value.deployment.Process;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deployed models: their XML, and the names that records leave out. */
final class Definitions {
    private final Map<Long, Definition> byKey = new HashMap<>();

    /** What a model says beyond its records. */
    record Definition(
            String xml,
            @Nullable String name,
            @Nullable String versionTag,
            boolean hasStartForm,
            Map<String, String> elementNames) {}

    Definition add(Process process) {
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(process.getResource()));
        var names = new HashMap<String, String>();
        model.getModelElementsByType(FlowElement.class).stream()
                .filter(element -> element.getName() != null)
                .forEach(element -> names.put(element.getId(), element.getName()));
        var id = process.getBpmnProcessId();
        var definition = new Definition(
                new String(process.getResource(), StandardCharsets.UTF_8),
                name(model, id),
                process.getVersionTag(),
                hasStartForm(model, id),
                names);
        byKey.put(process.getProcessDefinitionKey(), definition);
        return definition;
    }

    Optional<Definition> find(long key) {
        return Optional.ofNullable(byKey.get(key));
    }

    @Nullable
    String elementName(long definitionKey, String elementId) {
        var definition = byKey.get(definitionKey);
        return definition == null ? null : definition.elementNames().get(elementId);
    }

    @Nullable
    String processName(long definitionKey) {
        var definition = byKey.get(definitionKey);
        return definition == null ? null : definition.name();
    }

    void clear() {
        byKey.clear();
    }

    private static @Nullable String name(BpmnModelInstance model, String processId) {
        return model.getModelElementById(processId) instanceof io.camunda.zeebe.model.bpmn.instance.Process process
                ? process.getName()
                : null;
    }

    private static boolean hasStartForm(BpmnModelInstance model, String processId) {
        return model.getModelElementsByType(StartEvent.class).stream()
                .filter(start ->
                        start.getParentElement() instanceof io.camunda.zeebe.model.bpmn.instance.Process process
                                && processId.equals(process.getId()))
                .anyMatch(start -> start.getSingleExtensionElement(ZeebeFormDefinition.class) != null);
    }
}
