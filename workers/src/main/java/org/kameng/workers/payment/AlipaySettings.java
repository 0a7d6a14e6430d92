package org.kameng.workers.payment;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the gateway is and what identifies us there.
 *
 * @param credentials folder with {@code app.properties} and the two keys; see the decision on two channels
 * @param connectTimeout to a connection
 * @param readTimeout between two bytes
 */
@ConfigurationProperties("kameng.alipay")
record AlipaySettings(
        @DefaultValue("https://openapi.alipay.com") URI baseUrl,
        Path credentials,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("6s") Duration readTimeout) {}
