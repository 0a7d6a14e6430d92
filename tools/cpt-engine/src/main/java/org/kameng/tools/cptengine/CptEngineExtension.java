package org.kameng.tools.cptengine;

import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.CamundaProcessTestRuntimeMode;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** CPT's extension, pointed at this JVM's engine, which it lends to one test class and one test method at a time. */
final class CptEngineExtension extends CamundaProcessTestExtension {
    /** Reads never lag here, so there is no reason to look only every 100 ms. */
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private static final AtomicReference<@Nullable CptEngineExtension> HOLDER = new AtomicReference<>();

    private final AtomicReference<@Nullable String> running = new AtomicReference<>();
    private int depth;

    CptEngineExtension() {
        withRuntimeMode(CamundaProcessTestRuntimeMode.REMOTE);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!HOLDER.compareAndSet(null, this) && HOLDER.get() != this) {
            throw new IllegalStateException("cpt-engine has one engine per JVM and another test class is using it."
                    + " Run the test classes of a fork one after another (junit.jupiter.execution.parallel.enabled=false,"
                    + " or @Isolated); for parallel classes use Surefire forks.");
        }
        depth++;
        withRemoteCamundaClientBuilderFactory(CptEngine::clientBuilder);
        withRemoteCamundaMonitoringApiAddress(CptEngine.restAddress());
        CamundaAssert.setAssertionInterval(INTERVAL);
        super.beforeAll(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        if (!running.compareAndSet(null, context.getUniqueId())) {
            throw new IllegalStateException("cpt-engine has one engine per JVM and another test method is using it."
                    + " Annotate the class with @Execution(SAME_THREAD).");
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
            if (--depth == 0) {
                HOLDER.set(null);
            }
        }
    }
}
