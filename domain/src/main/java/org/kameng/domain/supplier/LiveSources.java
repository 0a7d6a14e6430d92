package org.kameng.domain.supplier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.supplier.SupplierGateway.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks suppliers when what they said last is not fresh any more. A buyer at the checkout waits two seconds at most, for all of
 * them together: one that is silent so long is believed once more, and the purchase itself will tell. Where this process has no
 * way to suppliers (screens alone), what was told last counts.
 */
@Component
class LiveSources implements SourceCheck {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSources.class);
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
    public void freshen(List<Source> sources) {
        var answers = new LinkedHashMap<Source, CompletableFuture<Answer<Optional<SupplierProduct>>>>();
        for (var source : sources) {
            if (isFresh(source.toldAt())) continue;
            var endpoint = suppliers.endpoint(source.supplier());
            gateways.stream()
                    .filter(gateway -> gateway.protocol() == endpoint.protocol())
                    .findFirst()
                    .ifPresent(gateway -> answers.put(source, ask(gateway, endpoint, source)));
        }
        answers.forEach(this::keep);
    }

    private boolean isFresh(@Nullable Instant toldAt) {
        return toldAt != null && toldAt.isAfter(clock.instant().minus(FRESH));
    }

    private static CompletableFuture<Answer<Optional<SupplierProduct>>> ask(
            SupplierGateway gateway, SupplierEndpoint endpoint, Source source) {
        Answer<Optional<SupplierProduct>> silence = new Answer.Unknown<>("NO_ANSWER_IN_TIME");
        return CompletableFuture.supplyAsync(
                        () -> gateway.product(endpoint, source.supplierSku()), Thread::startVirtualThread)
                .completeOnTimeout(silence, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failed -> silence);
    }

    /** What one supplier says and we cannot keep must not stand between the buyer and another. */
    private void keep(Source source, CompletableFuture<Answer<Optional<SupplierProduct>>> answer) {
        try {
            keep(source, answer.join());
        } catch (RuntimeException e) {
            LOG.warn(
                    "what {} says of {} cannot be kept: {}",
                    source.supplier(),
                    source.supplierSku(),
                    e.getClass().getName());
        }
    }

    private void keep(Source source, Answer<Optional<SupplierProduct>> answer) {
        switch (answer) {
            case Answer.Known<Optional<SupplierProduct>>(var found) ->
                found.ifPresentOrElse(
                        product -> watch.told(source.supplier(), product),
                        () -> watch.gone(source.supplier(), source.supplierSku()));
            case Answer.Unknown<Optional<SupplierProduct>> unknown -> {}
        }
    }
}
