package org.kameng.tools.cptengine;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Reads CPT's coverage report backwards: it lists what tests reached, this lists what they did not. */
public final class CoverageGaps {
    private CoverageGaps() {}

    /**
     * Ids of the flow nodes and sequence flows that no test reached, in the order of the model; empty means 100 %.
     *
     * @param reportDirectory where CPT wrote {@code report.json} (default {@code target/coverage-report}); the report
     *     sums up all test classes of one JVM
     * @param bpmn the model whose executable processes are to be covered
     * @throws UncheckedIOException without a readable report
     */
    public static List<String> of(Path reportDirectory, InputStream bpmn) {
        var model = Bpmn.readModelFromStream(bpmn);
        var executable = model.getModelElementsByType(Process.class).stream()
                .filter(Process::isExecutable)
                .map(BaseElement::getId)
                .toList();
        var reached = reached(reportDirectory, executable);
        return Stream.concat(
                        model.getModelElementsByType(FlowNode.class).stream(),
                        model.getModelElementsByType(SequenceFlow.class).stream())
                .filter(element -> executable.contains(processOf(element)))
                .map(BaseElement::getId)
                .filter(id -> !reached.contains(id))
                .toList();
    }

    private static Set<String> reached(Path reportDirectory, Collection<String> processIds) {
        try {
            var report = new ObjectMapper()
                    .readTree(reportDirectory.resolve("report.json").toFile());
            var ids = new HashSet<String>();
            for (var coverage : report.path("coverages")) {
                if (processIds.contains(coverage.path("processDefinitionId").asText())) {
                    coverage.path("completedElements").forEach(id -> ids.add(id.asText()));
                    coverage.path("takenSequenceFlows").forEach(id -> ids.add(id.asText()));
                }
            }
            return ids;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String processOf(ModelElementInstance element) {
        var parent = element;
        while (parent != null) {
            if (parent instanceof Process process) {
                return process.getId();
            }
            parent = parent.getParentElement();
        }
        return "";
    }
}
