package org.kameng.workers.notice;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Binds the gateway's settings and sets time limits for SMTP, which has none by itself. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmsSettings.class)
@PropertySource("classpath:kameng-notice.properties")
class NoticeConfiguration {}
