package org.kameng.tools.cptengine;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Test classes that tests run by themselves, with JUnit's launcher, to see what a user of the extension would see. */
final class Fixtures {
    static final String REPORTS = "target/fixture-coverage";

    private Fixtures() {}

    /** Messages of the failures, container failures included. */
    static List<String> failuresOf(boolean parallel, Class<?>... classes) {
        var summary = new SummaryGeneratingListener();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(classes).map(type -> selectClass(type)).toList())
                .configurationParameter("junit.jupiter.execution.parallel.enabled", Boolean.toString(parallel))
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .build();
        LauncherFactory.create().execute(request, summary);
        return summary.getSummary().getFailures().stream()
                .map(failure -> String.valueOf(failure.getException().getMessage()))
                .toList();
    }

    /** Walks the refusal only. */
    static class Refusal {
        @RegisterExtension
        static final CamundaProcessTestExtension CPT = CptEngine.extension().withCoverageReportDirectory(REPORTS);

        private CamundaClient client;
        private CamundaProcessTestContext context;

        @Test
        void a_risky_order_is_refused() {
            TwoTasks.deploy(client);
            context.mockJobWorker("check-order").thenComplete(Map.of("score", 90));
            assertThatProcessInstance(TwoTasks.start(client, "F1")).isCompleted();
        }
    }

    /** The same again on the inherited extension. */
    static class Again extends Refusal {}

    /** The same again on an extension of its own. */
    static class Other extends Refusal {
        @RegisterExtension
        static final CamundaProcessTestExtension CPT = CptEngine.extension().withCoverageReportDirectory(REPORTS);
    }
}
