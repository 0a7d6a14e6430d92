package org.kameng.tools.cptengine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ProcessInstanceEvent;
import java.util.Map;

/** Deploys and starts the model that all tests of this module share. */
final class TwoTasks {
    static final String ID = "two-tasks";

    private TwoTasks() {}

    static void deploy(CamundaClient client) {
        client.newDeployResourceCommand()
                .addResourceFromClasspath("two-tasks.bpmn")
                .addResourceFromClasspath("risk.dmn")
                .send()
                .join();
    }

    static ProcessInstanceEvent start(CamundaClient client, String orderNo) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(ID)
                .latestVersion()
                .variables(Map.of("orderNo", orderNo))
                .send()
                .join();
    }
}
