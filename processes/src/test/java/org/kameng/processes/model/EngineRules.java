package org.kameng.processes.model;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** R12 and R13: names are those in Java, every retry is stated, every wait ends, everything called is bound. */
final class EngineRules {
    private static final Set<String> WAITS = Set.of("userTask", "receiveTask", "eventBasedGateway");

    private EngineRules() {}

    /** R12 for one model and the class that names its parts; nested classes Jobs, Messages, Errors, Tasks. */
    static List<String> nameViolations(Model model, Class<?> names) {
        var found = new ArrayList<String>();
        compare(found, "job type", attributes(model.all("taskDefinition"), "type"), constants(names, "Jobs"));
        compare(found, "message", attributes(model.all("message"), "name"), constants(names, "Messages"));
        compare(found, "error code", attributes(model.all("error"), "errorCode"), constants(names, "Errors"));
        compare(
                found,
                "user task",
                attributes(
                        model.all("userTask").stream()
                                .filter(task -> task.hasAttribute("id"))
                                .toList(),
                        "id"),
                constants(names, "Tasks"));
        var caught = attributes(model.all("errorEventDefinition"), "errorRef");
        if (!caught.equals(attributes(model.all("error"), "id"))) found.add("an error code is not caught");
        return found;
    }

    /** R13. */
    static List<String> violations(Model model, int retries) {
        var found = new ArrayList<String>();
        model.all("serviceTask").forEach(task -> {
            var stated = Model.descendants(task)
                    .filter(element -> element.getLocalName().equals("taskDefinition"))
                    .anyMatch(definition -> definition.getAttribute("retries").equals(String.valueOf(retries)));
            if (!stated) found.add(task.getAttribute("id") + " does not state " + retries + " retries");
        });
        model.nodes().forEach((id, node) -> {
            if (WAITS.contains(node.getLocalName()) && !ends(model, id, node)) found.add(id + " may wait for ever");
        });
        Stream.of("calledDecision", "calledElement")
                .flatMap(kind -> model.all(kind).stream())
                .filter(called -> !called.getAttribute("bindingType").equals("deployment"))
                .forEach(called -> found.add(called.getLocalName() + " is not bound to its deployment"));
        model.all("userTask").stream()
                .filter(task -> task.hasAttribute("id"))
                .filter(task -> Model.descendants(task)
                                .noneMatch(part -> part.getLocalName().equals("taskSchedule"))
                        || Model.descendants(task).noneMatch(part -> part.hasAttribute("candidateGroups")))
                .forEach(task -> found.add(task.getAttribute("id") + " has no due date or no candidates"));
        return found;
    }

    private static boolean ends(Model model, String id, Element node) {
        var reason = Model.child(node, "documentation").isPresent();
        var boundary = model.nodes().values().stream()
                .filter(other -> other.getAttribute("attachedToRef").equals(id))
                .anyMatch(EngineRules::isTimer);
        var behind =
                model.from(id).stream().anyMatch(flow -> isTimer(model.nodes().get(flow.target())));
        return reason || boundary || (node.getLocalName().equals("eventBasedGateway") && behind);
    }

    private static boolean isTimer(Element node) {
        return Model.child(node, "timerEventDefinition").isPresent();
    }

    private static void compare(List<String> found, String what, Set<String> inModel, Set<String> inJava) {
        if (!inModel.equals(inJava)) found.add(what + "s differ: model " + inModel + ", Java " + inJava);
    }

    private static Set<String> attributes(List<Element> elements, String name) {
        return elements.stream()
                .map(element -> element.getAttribute(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> constants(Class<?> names, String nested) {
        return Arrays.stream(names.getDeclaredClasses())
                .filter(type -> type.getSimpleName().equals(nested))
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(field -> {
                    try {
                        return String.valueOf(field.get(null));
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
