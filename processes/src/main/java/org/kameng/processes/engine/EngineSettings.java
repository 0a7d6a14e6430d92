package org.kameng.processes.engine;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the engine is and how long we wait for it.
 *
 * @param messageTtl how long the broker keeps a message nobody waits for yet; longer than the relay may need to repeat it
 * @param redeploy how often the models are confirmed again, for a broker that lost its data meanwhile
 * @param relayPoll how long a relay sleeps when no commit wakes it
 */
@ConfigurationProperties("kameng.engine")
record EngineSettings(
        @DefaultValue("http://127.0.0.1:26500") URI grpc,
        @DefaultValue("http://127.0.0.1:8088") URI rest,
        @DefaultValue("10s") Duration requestTimeout,
        @DefaultValue("7d") Duration messageTtl,
        @DefaultValue("60s") Duration redeploy,
        @DefaultValue("200ms") Duration relayPoll,
        @DefaultValue("20s") Duration stopPatience) {}
