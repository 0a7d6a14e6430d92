package org.kameng.tools.cptengine;

import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Test classes that tests run by themselves, with JUnit's launcher, to see what a user of the extension would see. */
final class Fixtures {
    static final String REPORTS = "target/fixture-coverage";

    private Fixtures() {}

    /** Runs the classes one after another; the messages of their failures, of whole classes included. */
    static List<String> failuresOf(Class<?>... classes) {
        var summary = new SummaryGeneratingListener();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(classes).map(type -> selectClass(type)).toList())
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

        CamundaClient client;
        CamundaProcessTestContext context;

        @Test
        void a_risky_order_is_refused() {
            TwoTasks.deploy(client);
            context.mockJobWorker("check-order").thenComplete(Map.of("score", 90));
            assertThatProcessInstance(TwoTasks.start(client, "F1")).isCompleted();
        }
    }

    /** Walks both ways behind an event-based gateway. */
    static class BothWays {
        static final BpmnModelInstance MODEL = Bpmn.createExecutableProcess("both-ways")
                .startEvent("StartEvent_Asked")
                .eventBasedGateway("Gateway_What")
                .intermediateCatchEvent(
                        "Event_Answer",
                        event -> event.message(message -> message.name("Answer").zeebeCorrelationKey("=no")))
                .endEvent("EndEvent_Answered")
                .moveToLastGateway()
                .intermediateCatchEvent("Event_Silence", event -> event.timerWithDuration("PT1H"))
                .endEvent("EndEvent_Silent")
                .done();

        @RegisterExtension
        static final CamundaProcessTestExtension CPT = CptEngine.extension().withCoverageReportDirectory(REPORTS);

        CamundaClient client;
        CamundaProcessTestContext context;
        ProcessInstanceEvent question;

        @BeforeEach
        void ask() {
            client.newDeployResourceCommand()
                    .addProcessModel(MODEL, "both-ways.bpmn")
                    .send()
                    .join();
            question = client.newCreateInstanceCommand()
                    .bpmnProcessId("both-ways")
                    .latestVersion()
                    .variables(Map.of("no", "G1"))
                    .send()
                    .join();
            assertThatProcessInstance(question).hasActiveElements("Gateway_What");
        }

        @Test
        void answered() {
            client.newPublishMessageCommand()
                    .messageName("Answer")
                    .correlationKey("G1")
                    .send()
                    .join();
            assertThatProcessInstance(question).isCompleted();
        }

        @Test
        void silent() {
            context.increaseTime(Duration.ofHours(2));
            assertThatProcessInstance(question).isCompleted();
        }
    }

    /** The same again on the inherited extension. */
    static class Again extends Refusal {}

    /** Runs a class with another extension while its own test is under way. */
    static class Meanwhile {
        @RegisterExtension
        static final CamundaProcessTestExtension CPT = CptEngine.extension().withCoverageReportDirectory(REPORTS);

        @Test
        void another_class_runs() {
            Assertions.fail(failuresOf(Refusal.class).toString());
        }
    }

    /** Runs a class with the same, inherited extension while its own test is under way. */
    static class MeanwhileInherited extends Refusal {
        @Test
        void another_class_runs() {
            Assertions.fail(failuresOf(Again.class).toString());
        }
    }
}
