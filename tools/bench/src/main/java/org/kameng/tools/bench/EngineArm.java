package org.kameng.tools.bench;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobWorker;
import io.grpc.Status;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.kameng.processes.order.OrderToDelivery;

/**
 * Arm A0: the same models on the same broker, the same messages and variables, but three workers that do nothing. What
 * it reaches is the ceiling of anything built on this engine on this machine.
 */
final class EngineArm implements Arm {

    private static final List<String> MODELS =
            List.of("order-to-delivery.bpmn", "supplier-purchase.bpmn", "payment-refund.bpmn", "order-risk.dmn");
    private static final Duration TTL = Duration.ofHours(1);

    private final CamundaClient client;
    private final List<JobWorker> workers = new ArrayList<>();
    private final Map<String, Walk> walks = new ConcurrentHashMap<>();

    private record Walk(CompletableFuture<Void> payable, CompletableFuture<Long> delivered) {}

    EngineArm(URI grpc, URI rest) {
        client = CamundaClient.newClientBuilder()
                .grpcAddress(grpc)
                .restAddress(rest)
                .preferRestOverGrpc(false)
                .numJobWorkerExecutionThreads(4)
                .useDefaultRetryPolicy(true)
                .build();
        var deployment = client.newDeployResourceCommand().addResourceFromClasspath(MODELS.getFirst());
        MODELS.stream().skip(1).forEach(deployment::addResourceFromClasspath);
        deployment.send().join();
        work(OrderToDelivery.Jobs.REQUEST_PAYMENT, walk -> {
            walk.payable().complete(null);
            return Map.of("orderState", "AWAITING_PAYMENT", "riskScore", 0, "riskFlags", List.of());
        });
        work(OrderToDelivery.Jobs.DELIVER_FROM_STOCK, walk -> {
            walk.delivered().complete(System.nanoTime());
            return Map.of("orderState", "DELIVERED", "delivered", 1, "missing", 0, "open", 0);
        });
        work(OrderToDelivery.Jobs.NOTIFY_BUYER, walk -> Map.of());
    }

    @Override
    public String place(int number) {
        var order = "A0-" + number;
        var walk = new Walk(new CompletableFuture<>(), new CompletableFuture<>());
        walks.put(order, walk);
        publish(
                OrderToDelivery.Messages.ORDER_PLACED,
                order,
                Map.of(
                        "businessNo",
                        order,
                        "orderNo",
                        order,
                        "paymentDeadline",
                        Instant.ofEpochSecond(4_102_444_800L).toString(),
                        "riskScore",
                        0,
                        "riskFlags",
                        List.of()));
        walk.payable().join();
        return order;
    }

    @Override
    public void pay(String order) {
        publish(OrderToDelivery.Messages.PAYMENT_CONFIRMED, order, Map.of("riskScore", 0, "riskFlags", List.of()));
    }

    @Override
    public long deliveredAt(String order) {
        return walk(order).delivered().join();
    }

    @Override
    public void close() {
        workers.forEach(JobWorker::close);
        client.close();
    }

    private Walk walk(String order) {
        return Objects.requireNonNull(walks.get(order), "an order of another run");
    }

    /** A busy broker refuses commands; like the product, the rig tries again with jitter until it is taken. */
    private void publish(String message, String order, Map<String, Object> variables) {
        for (var taken = false; !taken; ) {
            try {
                send(message, order, variables);
                taken = true;
            } catch (ClientStatusException busy) {
                if (busy.getStatusCode() != Status.Code.RESOURCE_EXHAUSTED) {
                    throw busy;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(5_000_000, 50_000_000));
            }
        }
    }

    private void send(String message, String order, Map<String, Object> variables) {
        client.newPublishMessageCommand()
                .messageName(message)
                .correlationKey(order)
                .messageId(message + order)
                .timeToLive(TTL)
                .variables(variables)
                .send()
                .join();
    }

    private void work(String type, Function<Walk, Map<String, Object>> answer) {
        workers.add(client.newWorker()
                .jobType(type)
                .handler((jobs, job) -> complete(jobs, job, answer))
                .fetchVariables("orderNo")
                .maxJobsActive(64)
                .streamEnabled(true)
                .timeout(Duration.ofMinutes(1))
                .open());
    }

    private void complete(JobClient jobs, ActivatedJob job, Function<Walk, Map<String, Object>> answer) {
        var walk = walk(String.valueOf(job.getVariable("orderNo")));
        jobs.newCompleteCommand(job).variables(answer.apply(walk)).send().exceptionally(failure -> {
            walk.delivered().completeExceptionally(failure);
            return null;
        });
    }
}
