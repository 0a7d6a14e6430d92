package org.kameng.app.demo;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the simulated suppliers stand, by their ids. */
@ConfigurationProperties("kameng.demo.suppliers")
record SupplierAddresses(@DefaultValue Map<String, URI> urls) {}
