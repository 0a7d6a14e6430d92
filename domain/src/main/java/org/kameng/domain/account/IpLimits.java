package org.kameng.domain.account;

import java.time.Duration;
import org.kameng.domain.shared.RateLimits;
import org.springframework.stereotype.Component;

/** How much one address may try before it must wait. */
@Component
class IpLimits {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final RateLimits limits;
    private final AccountSettings settings;

    IpLimits(RateLimits limits, AccountSettings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    void takeCode(String ip) {
        limits.take("code.ip", ip, settings.codesPerIpPerHour(), HOUR);
    }

    void takeRegistration(String ip) {
        limits.take("register.ip", ip, settings.registrationsPerIpPerHour(), HOUR);
    }

    void takeReset(String ip) {
        limits.take("reset.ip", ip, settings.registrationsPerIpPerHour(), HOUR);
    }

    void takeGuest(String ip) {
        limits.take("guest.ip", ip, settings.registrationsPerIpPerHour(), HOUR);
    }

    void takeLogIn(String ip) {
        limits.take("log-in.ip", ip, settings.logInsPerIpPerTenMinutes(), TEN_MINUTES);
    }
}
