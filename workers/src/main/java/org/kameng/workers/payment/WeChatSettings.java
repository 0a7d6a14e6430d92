package org.kameng.workers.payment;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the channel is and what identifies us there.
 *
 * @param credentials folder with {@code merchant.properties} and the two keys; see the decision on the simulator
 * @param connectTimeout to a connection
 * @param readTimeout between two bytes
 * @param callTimeout for a whole call
 */
@ConfigurationProperties("kameng.wechat")
record WeChatSettings(
        @DefaultValue("https://api.mch.weixin.qq.com") URI baseUrl,
        Path credentials,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("6s") Duration readTimeout,
        @DefaultValue("10s") Duration callTimeout) {}
