package org.kameng.processes.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** R10: a model reads as prose and as XML. */
final class NamingRules {
    private static final Map<String, String> PREFIX = Map.of(
            "startEvent", "StartEvent_",
            "endEvent", "EndEvent_",
            "intermediateCatchEvent", "IntermediateEvent_",
            "boundaryEvent", "BoundaryEvent_",
            "serviceTask", "Task_",
            "userTask", "Task_",
            "businessRuleTask", "Task_",
            "callActivity", "CallActivity_",
            "exclusiveGateway", "Gateway_",
            "eventBasedGateway", "Gateway_");

    private NamingRules() {}

    static List<String> violations(Model model) {
        var found = new ArrayList<String>();
        var processId = model.process().getAttribute("id");
        if (!model.fileName().equals(processId + ".bpmn")) found.add("the file of " + processId + " has another name");
        model.nodes().forEach((id, node) -> {
            var name = node.getAttribute("name");
            var splits = model.from(id).size() > 1;
            var gateway = node.getLocalName().endsWith("Gateway");
            if (!id.startsWith(PREFIX.get(node.getLocalName()))) found.add(id + " has another prefix than its kind");
            if (name.isEmpty() && (!gateway || splits)) found.add(id + " has no name");
            if (!name.isEmpty() && !id.endsWith("_" + camel(name))) found.add(id + " does not mirror '" + name + "'");
            if (gateway && splits && !name.endsWith("?")) found.add(id + " is no question");
            if (gateway && !splits && !id.startsWith("Gateway_Join")) found.add(id + " joins without saying so");
        });
        for (var flow : model.flows()) {
            var source = model.nodes().get(flow.source());
            var answers = source.getLocalName().equals("exclusiveGateway")
                    && model.from(flow.source()).size() > 1;
            if (answers && flow.name().isEmpty()) found.add(flow.id() + " answers without a word");
            if (!flow.id().startsWith("SequenceFlow_")) found.add(flow.id() + " has another prefix than a flow");
        }
        long outcomes = model.nodes().values().stream()
                .filter(node -> node.getLocalName().equals("endEvent"))
                .map(node -> node.getAttribute("name"))
                .distinct()
                .count();
        if (outcomes != model.all("endEvent").size()) found.add("two end events tell the same outcome");
        if (model.all("textAnnotation").isEmpty()) found.add("no note tells who starts it and how it ends well");
        return found;
    }

    private static String camel(String name) {
        return Arrays.stream(name.replaceAll("[^A-Za-z0-9 ]", "").split(" "))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
