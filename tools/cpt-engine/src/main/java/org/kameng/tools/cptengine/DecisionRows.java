package org.kameng.tools.cptengine;

import static org.kameng.tools.cptengine.View.DECISION_INSTANCES;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.DecisionEvaluationIntent;
import io.camunda.zeebe.protocol.record.value.DecisionEvaluationRecordValue;
import io.camunda.zeebe.protocol.record.value.EvaluatedDecisionValue;
import io.camunda.zeebe.protocol.record.value.MatchedRuleValue;
import java.util.List;
import java.util.Map;

/** One row per decision evaluated, required decisions included; of a failed evaluation the last one carries the failure. */
final class DecisionRows {
    private DecisionRows() {}

    static void add(Tables tables, Record<?> record, DecisionEvaluationRecordValue value) {
        var evaluated = value.getEvaluatedDecisions();
        for (var index = 0; index < evaluated.size(); index++) {
            var failed = record.getIntent() == DecisionEvaluationIntent.FAILED && index == evaluated.size() - 1;
            var id = record.getKey() + "-" + (index + 1);
            var row = tables.row(DECISION_INSTANCES, id)
                    .set("decisionEvaluationInstanceKey", id)
                    .set("state", failed ? "FAILED" : "EVALUATED")
                    .set("evaluationDate", Row.date(record.getTimestamp()))
                    .text("evaluationFailure", failed ? value.getEvaluationFailureMessage() : null)
                    .set("decisionEvaluationKey", Long.toString(record.getKey()))
                    // the client parses these without asking whether they are there
                    .set("processDefinitionKey", Long.toString(value.getProcessDefinitionKey()))
                    .set("processInstanceKey", Long.toString(value.getProcessInstanceKey()))
                    .set("elementInstanceKey", Long.toString(value.getElementInstanceKey()))
                    .text("tenantId", value.getTenantId());
            copy(evaluated.get(index), row);
        }
    }

    private static void copy(EvaluatedDecisionValue decision, Row row) {
        row.text("decisionDefinitionId", decision.getDecisionId())
                .text("decisionDefinitionName", decision.getDecisionName())
                .set("decisionDefinitionVersion", decision.getDecisionVersion())
                .text("decisionDefinitionType", decision.getDecisionType())
                .set("result", decision.getDecisionOutput())
                .set("decisionDefinitionKey", Long.toString(decision.getDecisionKey()))
                .set(
                        "evaluatedInputs",
                        decision.getEvaluatedInputs().stream()
                                .map(input -> Map.of(
                                        "inputId", input.getInputId(),
                                        "inputName", input.getInputName(),
                                        "inputValue", input.getInputValue()))
                                .toList())
                .set(
                        "matchedRules",
                        decision.getMatchedRules().stream()
                                .map(DecisionRows::rule)
                                .toList());
    }

    private static Map<String, Object> rule(MatchedRuleValue rule) {
        List<?> outputs = rule.getEvaluatedOutputs().stream()
                .map(output -> Map.of(
                        "outputId", output.getOutputId(),
                        "outputName", output.getOutputName(),
                        "outputValue", output.getOutputValue()))
                .toList();
        return Map.of("ruleId", rule.getRuleId(), "ruleIndex", rule.getRuleIndex(), "evaluatedOutputs", outputs);
    }
}
