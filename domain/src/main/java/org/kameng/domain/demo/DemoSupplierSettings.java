package org.kameng.domain.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the simulated suppliers stand.
 *
 * @param keys folder with {@code ID/key}, {@code ID/secrets} (the newest first) and {@code ID/card-key}; without it there are none
 * @param urls the address of each by its id
 */
@ConfigurationProperties("kameng.demo.suppliers")
record DemoSupplierSettings(
        @Nullable Path keys, @DefaultValue Map<String, URI> urls) {}
