package org.kameng.processes.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.impl.CamundaClientBuilderImpl;
import io.camunda.client.impl.CamundaClientImpl;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client of the engine. It connects when it is first used, so the application starts without a broker. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
class EngineConfiguration {
    private static final int SPARE_THREADS = 16;

    @Bean
    CamundaClientBuilderImpl engineClientBuilder(EngineSettings settings, ObjectProvider<JobHandler<?, ?>> handlers) {
        // The client takes one scheduler for polling and for handling, and handling may wait for the database.
        var threads = handlers.stream()
                        .mapToInt(handler -> handler.spec().maxActive())
                        .sum()
                + SPARE_THREADS;
        var factory = Thread.ofVirtual().name("job-", 0).factory();
        var builder = new CamundaClientBuilderImpl();
        builder.applyEnvironmentVariableOverrides(false)
                .grpcAddress(settings.grpc())
                .restAddress(settings.rest())
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(settings.requestTimeout())
                .jobWorkerExecutor(Executors.newScheduledThreadPool(threads, factory), true);
        return builder;
    }

    @Bean
    EngineChannel engineChannel(CamundaClientBuilderImpl builder) {
        return new EngineChannel(builder);
    }

    /** Closing it closes the channel too. */
    @Bean(destroyMethod = "close")
    CamundaClient camundaClient(CamundaClientBuilderImpl builder, EngineChannel channel) {
        return new CamundaClientImpl(builder, channel.grpc());
    }
}
