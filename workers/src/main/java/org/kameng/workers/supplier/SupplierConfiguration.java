package org.kameng.workers.supplier;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the time limits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SupplierSettings.class)
class SupplierConfiguration {}
