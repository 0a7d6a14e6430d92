package org.kameng.tools.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much memory the parts hold. */
final class Memory {
    private Memory() {}

    /** One sentence with the sum and each part, in MB of proportional resident memory. */
    static String summary(Home home) {
        Map<String, Long> parts = new TreeMap<>();
        for (Child child : Child.all(home)) {
            List<ProcessHandle> family = Stream.concat(
                            Stream.of(child.handle()),
                            child.part().equals(Owner.PART)
                                    ? Stream.of()
                                    : child.handle().descendants())
                    .toList();
            parts.put(
                    child.part(),
                    family.stream().mapToLong(one -> megabytes(one.pid())).sum());
        }
        long sum = parts.values().stream().mapToLong(Long::longValue).sum();
        return "all processes use " + sum + " MB ("
                + parts.entrySet().stream()
                        .map(part -> part.getKey() + " " + part.getValue())
                        .collect(Collectors.joining(", "))
                + ")";
    }

    // Pss counts a page that several processes share once in all; PostgreSQL's processes share most of theirs.
    private static long megabytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
