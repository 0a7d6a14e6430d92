package org.kameng.tools.cptengine;

import io.camunda.zeebe.util.VersionUtil;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Topology, clock and purge: what Camunda Process Test asks of a cluster around each test. */
final class Management {
    private final EngineHost engine;
    private final Projection projection;
    private final AtomicLong changes = new AtomicLong();

    Management(EngineHost engine, Projection projection) {
        this.engine = engine;
        this.projection = projection;
    }

    void routes(Http http) {
        http.on("GET", "/v2/topology", request -> topology())
                .on("GET", "/actuator/clock", request -> clock())
                .on("POST", "/actuator/clock/add", this::increase)
                .on("DELETE", "/actuator/clock", request -> {
                    engine.resetTime();
                    return clock();
                })
                .on("POST", "/actuator/cluster/purge", request -> {
                    projection.purge();
                    return Map.of("changeId", changes.incrementAndGet(), "plannedChanges", List.of());
                });
    }

    private Map<String, Object> clock() {
        var now = engine.now();
        return Map.of("epochMilli", now.toEpochMilli(), "instant", now.toString());
    }

    private Object increase(Http.Request request) {
        if (!(request.body().get("offsetMilli") instanceof Number offset)) {
            throw Problem.invalid("No offsetMilli provided");
        }
        engine.increaseTime(Duration.ofMillis(offset.longValue()));
        return clock();
    }

    private Map<String, Object> topology() {
        var version = VersionUtil.getVersion();
        var partition = Map.of("partitionId", 1, "role", "leader", "health", "healthy");
        var broker = Map.of(
                "nodeId",
                0,
                "host",
                "127.0.0.1",
                "port",
                engine.port(),
                "version",
                version,
                "partitions",
                List.of(partition));
        return Map.of(
                "brokers",
                List.of(broker),
                "clusterSize",
                1,
                "partitionsCount",
                1,
                "replicationFactor",
                1,
                "gatewayVersion",
                version,
                "lastCompletedChangeId",
                Long.toString(changes.get()));
    }
}
