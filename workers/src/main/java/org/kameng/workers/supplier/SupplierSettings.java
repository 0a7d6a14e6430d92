package org.kameng.workers.supplier;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a supplier is waited for.
 *
 * @param connectTimeout to a connection
 * @param readTimeout for the whole answer, its last byte included
 */
@ConfigurationProperties("kameng.supplier")
record SupplierSettings(
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("8s") Duration readTimeout) {}
