package org.kameng.tools.cptengine;

import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.CamundaProcessTestRuntimeMode;
import io.camunda.shaded.awaitility.Awaitility;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** CPT's extension, pointed at this JVM's engine, which it lends to one test class and one test method at a time. */
final class CptEngineExtension extends CamundaProcessTestExtension {
    /** Reads never lag here, so there is no reason to look only every 100 ms. */
    private static final Duration INTERVAL = Duration.ofMillis(20);

    /** Twice CPT's: paid only by tests that fail, and a busy build machine is no reason to fail. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    static {
        CamundaAssert.setAssertionInterval(INTERVAL);
        CamundaAssert.setAssertionTimeout(TIMEOUT);
        // CPT's own copy of Awaitility: ask at once, which alone saves 250 ms per purge
        Awaitility.setDefaultPollDelay(Duration.ZERO);
    }

    private static final AtomicReference<@Nullable CptEngineExtension> HOLDER = new AtomicReference<>();

    private final AtomicReference<@Nullable String> running = new AtomicReference<>();
    private final AtomicInteger depth = new AtomicInteger();

    CptEngineExtension() {
        withRuntimeMode(CamundaProcessTestRuntimeMode.REMOTE);
        withRemoteCamundaClientBuilderFactory(CptEngine::clientBuilder);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!HOLDER.compareAndSet(null, this) && HOLDER.get() != this) {
            throw busy();
        }
        depth.incrementAndGet();
        withRemoteCamundaMonitoringApiAddress(CptEngine.restAddress());
        super.beforeAll(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        if (!running.compareAndSet(null, context.getUniqueId())) {
            throw busy();
        }
        super.beforeEach(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getUniqueId().equals(running.get())) {
            super.afterEach(context);
            running.set(null);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (HOLDER.get() != this) {
            return;
        }
        try {
            super.afterAll(context);
        } finally {
            if (depth.decrementAndGet() == 0) {
                HOLDER.set(null);
            }
        }
    }

    private static IllegalStateException busy() {
        return new IllegalStateException("cpt-engine has one engine per JVM and another test is using it."
                + " Run the tests of a fork one after another (junit.jupiter.execution.parallel.enabled=false,"
                + " or @Isolated on the class); for tests in parallel use Surefire forks.");
    }
}
