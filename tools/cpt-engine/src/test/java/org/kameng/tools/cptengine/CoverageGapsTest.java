package org.kameng.tools.cptengine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CoverageGapsTest {
    @Test
    void the_report_tells_which_elements_and_flows_no_test_reached() {
        assertThat(Fixtures.failuresOf(Fixtures.Refusal.class)).isEmpty();

        var reports = Path.of(Fixtures.REPORTS);
        assertThat(reports.resolve("report.html")).isNotEmptyFile();
        assertThat(reports.resolve("report.json")).content().contains("\"two-tasks\"");
        // the sum over all classes stands one level above; here only this class's own report says something
        var own = reports.resolve(Fixtures.Refusal.class.getName());
        assertThat(CoverageGaps.of(own, getClass().getResourceAsStream("/two-tasks.bpmn")))
                .contains("Task_Approve", "Flow_Approve", "Flow_Late", "EndEvent_Done")
                .doesNotContain("Task_Check", "Flow_Refuse", "EndEvent_Refused");
    }

    @Test
    void a_model_walked_on_every_way_has_no_gap() {
        assertThat(Fixtures.failuresOf(Fixtures.BothWays.class)).isEmpty();

        var own = Path.of(Fixtures.REPORTS).resolve(Fixtures.BothWays.class.getName());
        var model = Bpmn.convertToString(Fixtures.BothWays.MODEL).getBytes(StandardCharsets.UTF_8);
        assertThat(CoverageGaps.of(own, new ByteArrayInputStream(model))).isEmpty();
    }
}
