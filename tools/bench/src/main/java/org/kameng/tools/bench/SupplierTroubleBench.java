package org.kameng.tools.bench;

import java.io.IOException;
import java.time.Duration;

/** The named command for {@link SupplierTrouble}. */
final class SupplierTroubleBench {
    private static final int PORTS = 3200;

    private final SupplierTrouble trouble;

    SupplierTroubleBench(Options options) {
        this.trouble = new SupplierTrouble(
                Bench.folder().resolve("supplier-trouble-house"),
                PORTS,
                Duration.ofSeconds(options.number("--seconds", 600)),
                options.number("--per-minute", 90) / 60.0,
                options.number("--seed", 20261125));
    }

    /** Whether all promises were kept. */
    boolean run() throws IOException {
        var outcome = trouble.run();
        outcome.figures().put("broken promises", outcome.broken());
        outcome.figures().write(Bench.folder().resolve("supplier-trouble.json"));
        Bench.say(outcome.figures().text());
        return outcome.broken().isEmpty();
    }
}
