package org.kameng.workers.notice;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The SMS gateway.
 *
 * @param keyFile holds the key that the gateway gave us
 */
@ConfigurationProperties("kameng.sms")
record SmsSettings(
        URI url,
        Path keyFile,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout) {}
