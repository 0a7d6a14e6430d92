package org.kameng.processes.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.kameng.processes.model.Stories;
import org.kameng.tools.cptengine.CptEngine;

class OrderRiskTest {
    @RegisterExtension
    static final CamundaProcessTestExtension CPT = CptEngine.extension();

    private CamundaClient client;
    private CamundaProcessTestContext context;

    @Test
    void the_table_says_what_to_do_with_score_and_flags() {
        new Stories(client, context).deploy();
        assertThat(verdict("order", 0)).isEqualTo("deliver");
        assertThat(verdict("order", 99, "R02")).isEqualTo("deliver");
        assertThat(verdict("order", 100)).isEqualTo("refuse");
        assertThat(verdict("order", 0, "R01", "R17")).isEqualTo("refuse");
        assertThat(verdict("payment", 0)).isEqualTo("deliver");
        assertThat(verdict("payment", 49, "R01", "R02")).isEqualTo("deliver");
        assertThat(verdict("payment", 50)).isEqualTo("hold");
        assertThat(verdict("payment", 20, "R05")).isEqualTo("hold");
        assertThat(verdict("payment", 100)).isEqualTo("refund");
        assertThat(verdict("payment", 0, "R15")).isEqualTo("refund");
    }

    @Test
    void what_cannot_be_judged_is_held() {
        new Stories(client, context).deploy();
        assertThat(verdict("payment", null)).isEqualTo("hold");
        assertThat(verdict("tomorrow", 0)).isEqualTo("hold");
    }

    private String verdict(String moment, Integer score, String... flags) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("moment", moment);
        facts.put("riskScore", score);
        facts.put("riskFlags", List.copyOf(Arrays.asList(flags)));
        return client.newEvaluateDecisionCommand()
                .decisionId("order-risk")
                .variables(facts)
                .send()
                .join()
                .getDecisionOutput()
                .replace("\"", "");
    }
}
