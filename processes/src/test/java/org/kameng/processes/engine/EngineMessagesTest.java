package org.kameng.processes.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.impl.CamundaClientBuilderImpl;
import io.camunda.client.impl.CamundaClientImpl;
import io.camunda.zeebe.gateway.protocol.GatewayGrpc.GatewayImplBase;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageResponse;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class EngineMessagesTest {

    /** A gateway that is busy for its first calls, then answers as told. */
    private static final class Gateway extends GatewayImplBase {
        private final List<String> asked = new CopyOnWriteArrayList<>();
        private final int busyFor;
        private final Status then;

        Gateway(int busyFor, Status then) {
            this.busyFor = busyFor;
            this.then = then;
        }

        @Override
        public void publishMessage(PublishMessageRequest request, StreamObserver<PublishMessageResponse> answer) {
            asked.add(request.getMessageId());
            var status = asked.size() <= busyFor ? Status.RESOURCE_EXHAUSTED : then;
            if (status.isOk()) {
                answer.onNext(PublishMessageResponse.newBuilder().setKey(1).build());
                answer.onCompleted();
            } else {
                answer.onError(status.asRuntimeException());
            }
        }
    }

    private static ReceiveResult publish(Gateway gateway) throws IOException {
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                .addService(gateway)
                .build()
                .start();
        var address = URI.create("http://127.0.0.1:" + server.getPort());
        var settings = new EngineSettings(
                address,
                address,
                Duration.ofSeconds(10),
                Duration.ofDays(1),
                Duration.ofMinutes(1),
                Duration.ofMillis(200),
                Duration.ofSeconds(1));
        var builder = new CamundaClientBuilderImpl();
        builder.grpcAddress(address).restAddress(address).preferRestOverGrpc(false);
        var channel = new EngineChannel(builder);
        try (var client = new CamundaClientImpl(builder, channel.grpc())) {
            return new EngineMessages(client, settings, channel).publish("Order placed", "KM1", "m1", Map.of());
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void a_busy_broker_is_asked_again_before_the_message_goes_back() throws IOException {
        var gateway = new Gateway(3, Status.OK);
        assertThat(publish(gateway)).isEqualTo(new ReceiveResult.Accepted());
        assertThat(gateway.asked).containsExactly("m1", "m1", "m1", "m1");
    }

    @Test
    void a_broker_that_stays_busy_gets_the_message_later() throws IOException {
        assertThat(publish(new Gateway(Integer.MAX_VALUE, Status.OK)))
                .isEqualTo(new ReceiveResult.Later("ENGINE_RESOURCE_EXHAUSTED"));
    }

    @Test
    void any_other_answer_is_taken_at_once() throws IOException {
        var gateway = new Gateway(0, Status.ALREADY_EXISTS);
        assertThat(publish(gateway)).isEqualTo(new ReceiveResult.Accepted());
        assertThat(gateway.asked).hasSize(1);
        assertThat(publish(new Gateway(1, Status.INVALID_ARGUMENT)))
                .isEqualTo(new ReceiveResult.Rejected("ENGINE_INVALID_ARGUMENT"));
    }
}
