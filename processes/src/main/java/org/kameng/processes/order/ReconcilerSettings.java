package org.kameng.processes.order;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient the reconciler is.
 *
 * @param grace an order that changed within this time is left alone: its process may be on its way
 * @param every how often one of the applications looks
 * @param again first pause before the same order is started once more; it doubles each time
 */
@ConfigurationProperties("kameng.reconciler")
record ReconcilerSettings(
        @DefaultValue("30s") Duration grace,
        @DefaultValue("10s") Duration every,
        @DefaultValue("60s") Duration again) {}
