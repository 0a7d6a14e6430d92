package org.kameng.domain.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How many acts one address may try; phones and log-ins have limits that nobody can turn up. */
@ConfigurationProperties("kameng.accounts")
record AccountSettings(
        @DefaultValue("60") int codesPerIpPerHour,
        @DefaultValue("60") int registrationsPerIpPerHour,
        @DefaultValue("300") int logInsPerIpPerTenMinutes) {}
