package org.kameng.workers.supplier;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kameng.domain.supplier.Protocol;
import org.kameng.domain.supplier.SupplierCalls;
import org.kameng.domain.supplier.SupplierEndpoint;
import org.kameng.domain.supplier.SupplierGateway;

/** Examines any supplier's endpoint with the adapters that will speak to it later, and says what to mend. */
public final class Certification {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(8);
    private static final Duration TOO_OLD = Duration.ofSeconds(-301);

    private final Clock clock;
    private final Duration readTimeout;

    public Certification(Clock clock) {
        this(clock, READ);
    }

    Certification(Clock clock, Duration readTimeout) {
        this.clock = clock;
        this.readTimeout = readTimeout;
    }

    public Report examine(SupplierEndpoint supplier, Trial trial) {
        List<SupplierCalls.Call> calls = new CopyOnWriteArrayList<>();
        var line = new Line(new SupplierSettings(CONNECT, readTimeout), calls::add, new SimpleMeterRegistry());
        var gateway = gateway(supplier.protocol(), line, clock);
        var late = gateway(supplier.protocol(), line, Clock.offset(clock, TOO_OLD));
        var findings = new ArrayList<Finding>();
        findings.addAll(new CatalogueExam(gateway, supplier).findings());
        findings.addAll(new ProofExam(gateway, late, supplier).findings());
        findings.addAll(new PurchaseExam(gateway, supplier, trial, clock).findings());
        findings.add(speed(calls));
        return new Report(supplier.protocol(), supplier.supplier() + " " + supplier.base(), clock.instant(), findings);
    }

    private static SupplierGateway gateway(Protocol protocol, Line line, Clock clock) {
        return switch (protocol) {
            case KSP -> new KspGateway(line, clock);
            case FULU -> new FuluGateway(line, clock);
            case GOOFISH -> new GoofishGateway(line, clock);
        };
    }

    private static Finding speed(List<SupplierCalls.Call> calls) {
        long silent = calls.stream().filter(call -> call.status() == 0).count();
        long slowest =
                calls.stream().mapToLong(call -> call.took().toMillis()).max().orElse(0);
        return Finding.of(
                Rule.SPEED,
                silent == 0,
                calls.size() + " calls, " + silent + " unanswered, slowest " + slowest + " ms");
    }
}
