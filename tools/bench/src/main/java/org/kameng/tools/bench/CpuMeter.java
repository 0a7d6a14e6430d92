package org.kameng.tools.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** How much processor time each part of the house took between two looks. */
final class CpuMeter {

    private final Map<String, ProcessHandle> parts;
    private final Map<String, Duration> before = new LinkedHashMap<>();

    /** Parts by name; PostgreSQL works in its children, so it counts with them, everybody else without. */
    CpuMeter(Map<String, ProcessHandle> parts) {
        this.parts = new LinkedHashMap<>(parts);
        this.parts.forEach((name, process) -> before.put(name, total(name, process)));
    }

    /** Seconds of processor time since the start, by part. */
    Map<String, Double> seconds() {
        var spent = new LinkedHashMap<String, Double>();
        parts.forEach((name, process) -> spent.put(
                name,
                total(name, process)
                                .minus(before.getOrDefault(name, Duration.ZERO))
                                .toMillis()
                        / 1000.0));
        return spent;
    }

    private static Duration total(String name, ProcessHandle process) {
        // The rig and the supervisor are parents of the whole house: with children they would count every part twice.
        return name.equals("postgres")
                ? process.descendants().map(CpuMeter::of).reduce(of(process), Duration::plus)
                : of(process);
    }

    private static Duration of(ProcessHandle process) {
        return Optional.of(process.info())
                .flatMap(ProcessHandle.Info::totalCpuDuration)
                .orElse(Duration.ZERO);
    }
}
