package org.kameng.processes.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.kameng.tools.cptengine.CoverageGaps;

/**
 * Fails a class of stories that leaves an element or a flow of its model untold. Registered before CPT's extension, so that it
 * looks after the report is written. A class run in part is not judged.
 */
public final class Coverage implements AfterEachCallback, AfterAllCallback {
    public static final String REPORTS = "target/coverage-report";

    private final String model;
    private final AtomicInteger told = new AtomicInteger();

    public Coverage(String model) {
        this.model = model;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        told.incrementAndGet();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var stories = Arrays.stream(context.getRequiredTestClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
        if (told.get() < stories) return;
        var report = Path.of(REPORTS, context.getRequiredTestClass().getName());
        assertThat(CoverageGaps.of(report, Coverage.class.getResourceAsStream("/" + model)))
                .as("elements and flows of " + model + " that no story reaches")
                .isEmpty();
    }
}
