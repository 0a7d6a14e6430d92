package org.kameng.tools.cptengine;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Camunda Process Test without Docker: one in-memory engine per JVM, started by the first test class that needs it.
 *
 * <pre>
 * &#64;RegisterExtension
 * static final CamundaProcessTestExtension cpt = CptEngine.extension();
 * </pre>
 */
public final class CptEngine {
    /** The engine never holds a poll open, so a worker that asks rarely makes tests slow. */
    private static final Duration JOB_POLLING = Duration.ofMillis(20);

    private static final Logger LOG = LoggerFactory.getLogger(CptEngine.class);

    private final EngineHost host;
    private final Http http;

    private CptEngine() {
        var start = System.nanoTime();
        host = new EngineHost();
        http = new Http();
        var projection = new Projection(host);
        var commands = new Commands(host);
        new Management(host, projection).routes(http);
        new UserTasks(commands).routes(http);
        new Messages(commands).routes(http);
        new Reads(projection).routes(http);
        LOG.info(
                "In-memory engine on gRPC port {}, REST {}, up in {} ms",
                host.port(),
                http.address(),
                (System.nanoTime() - start) / 1_000_000);
    }

    /** Starts at first use; a failed start fails every test class of the fork with the same cause. */
    private static final class Running {
        private static final CptEngine INSTANCE = new CptEngine();
    }

    /** The extension to register on a static field; CPT's own settings (coverage, JSON mapper) may be added to it. */
    public static CamundaProcessTestExtension extension() {
        return new CptEngineExtension();
    }

    /** Base address of the REST API (below it {@code /v2}) and of the management API ({@code /actuator}). */
    public static URI restAddress() {
        return Running.INSTANCE.http.address();
    }

    /** Plain-text gRPC address of the engine. */
    public static URI grpcAddress() {
        return URI.create("http://127.0.0.1:" + Running.INSTANCE.host.port());
    }

    /** A client for this engine; environment variables of the machine do not leak in. */
    public static CamundaClientBuilder clientBuilder() {
        return CamundaClient.newClientBuilder()
                .applyEnvironmentVariableOverrides(false)
                .preferRestOverGrpc(false)
                .defaultJobPollInterval(JOB_POLLING)
                .grpcAddress(grpcAddress())
                .restAddress(restAddress());
    }
}
