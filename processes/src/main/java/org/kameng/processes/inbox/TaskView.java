package org.kameng.processes.inbox;

import java.util.List;

/**
 * One task to decide.
 *
 * @param open false when it was decided, cancelled or lost in the meantime
 * @param verdicts the possible decisions, the usual one first, none where it is decided at a desk of its own; words under {@code verdict.<elementId>.<verdict>}
 * @param decisions what was decided here before, newest first
 */
public record TaskView(TaskRow row, boolean open, List<String> verdicts, List<DecisionRow> decisions) {}
