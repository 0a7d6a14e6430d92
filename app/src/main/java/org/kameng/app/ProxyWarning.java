package org.kameng.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Says at the start when a proxy stands in front and is not believed: then everybody has the proxy's address, which opens what
 * answers to this machine only, makes one person of all for the limits, and takes {@code Secure} off the session's cookie.
 */
@Component
class ProxyWarning implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ProxyWarning.class);

    private final String publicUrl;
    private final String forwarded;

    ProxyWarning(
            @Value("${kameng.public-url}") String publicUrl,
            @Value("${server.forward-headers-strategy:none}") String forwarded) {
        this.publicUrl = publicUrl;
        this.forwarded = forwarded;
    }

    @Override
    public void run(ApplicationArguments started) {
        if (isDue()) {
            LOG.warn(
                    "The house is open at {} and believes no proxy: set server.forward-headers-strategy=native, or every"
                            + " visitor counts as this machine",
                    publicUrl);
        }
    }

    boolean isDue() {
        return publicUrl.startsWith("https:") && forwarded.equalsIgnoreCase("none");
    }
}
