package org.kameng.domain.supplier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.supplier.SupplierGateway.Answer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks the supplier when what it said last is not fresh any more. A buyer at the checkout waits two seconds at most: a supplier
 * that is silent so long is believed once more, and the purchase itself will tell. Where this process has no way to suppliers
 * (screens alone), what was told last counts.
 */
@Component
class LiveSources implements SourceCheck {
    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ObjectProvider<SupplierGateway> gateways;
    private final SupplierDirectory suppliers;
    private final SupplyWatch watch;
    private final Clock clock;

    LiveSources(ObjectProvider<SupplierGateway> gateways, SupplierDirectory suppliers, SupplyWatch watch, Clock clock) {
        this.gateways = gateways;
        this.suppliers = suppliers;
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public void freshen(Source source) {
        if (isFresh(source.toldAt())) return;
        var endpoint = suppliers.endpoint(source.supplier());
        gateways.stream()
                .filter(gateway -> gateway.protocol() == endpoint.protocol())
                .findFirst()
                .ifPresent(gateway -> ask(gateway, endpoint, source));
    }

    private boolean isFresh(@Nullable Instant toldAt) {
        return toldAt != null && toldAt.isAfter(clock.instant().minus(FRESH));
    }

    private void ask(SupplierGateway gateway, SupplierEndpoint endpoint, Source source) {
        Answer<Optional<SupplierProduct>> silence = new Answer.Unknown<>("NO_ANSWER_IN_TIME");
        var answer = CompletableFuture.supplyAsync(
                        () -> gateway.product(endpoint, source.supplierSku()), Thread::startVirtualThread)
                .completeOnTimeout(silence, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failed -> silence)
                .join();
        switch (answer) {
            case Answer.Known<Optional<SupplierProduct>>(var found) ->
                found.ifPresentOrElse(
                        product -> watch.told(source.supplier(), product),
                        () -> watch.gone(source.supplier(), source.supplierSku()));
            case Answer.Unknown<Optional<SupplierProduct>> unknown -> {}
        }
    }
}
