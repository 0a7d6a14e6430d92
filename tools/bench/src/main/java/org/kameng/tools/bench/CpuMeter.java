package org.kameng.tools.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How much processor time each part of the house took between two looks. */
final class CpuMeter {

    private final Map<String, ProcessHandle> parts;
    private final Map<String, Duration> before = new LinkedHashMap<>();

    /** Parts by name; a part counts with all its children (PostgreSQL works in those), this process without them. */
    CpuMeter(Map<String, ProcessHandle> parts) {
        this.parts = new LinkedHashMap<>(parts);
        this.parts.forEach((name, process) -> before.put(name, total(process)));
    }

    /** Seconds of processor time since the start, by part. */
    Map<String, Double> seconds() {
        var spent = new LinkedHashMap<String, Double>();
        parts.forEach((name, process) -> spent.put(
                name,
                total(process).minus(before.getOrDefault(name, Duration.ZERO)).toMillis() / 1000.0));
        return spent;
    }

    private static Duration total(ProcessHandle process) {
        // The rig starts the whole house: with its children it would count every part twice.
        return process.equals(ProcessHandle.current())
                ? of(process)
                : process.descendants().map(CpuMeter::of).reduce(of(process), Duration::plus);
    }

    private static Duration of(ProcessHandle process) {
        return Optional.of(process.info())
                .flatMap(ProcessHandle.Info::totalCpuDuration)
                .orElse(Duration.ZERO);
    }
}
