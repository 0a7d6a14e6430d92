package org.kameng.ui.order;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.kameng.domain.payment.Channel;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the simulated wallets can be opened; known in the demonstration only. */
@Component
class DemoPayment {
    private final Map<Channel, String> simulators = new EnumMap<>(Channel.class);

    DemoPayment(
            @Value("${kameng.demo:false}") boolean demo,
            @Value("${kameng.wechat.base-url:}") String wechat,
            @Value("${kameng.alipay.base-url:}") String alipay) {
        if (demo) {
            put(Channel.WECHAT, wechat);
            put(Channel.ALIPAY, alipay);
        }
    }

    private void put(Channel channel, String url) {
        if (url.startsWith("http://127.0.0.1")) simulators.put(channel, url);
    }

    /** The wallet that looks at this code. */
    Optional<String> page(Channel channel, String codeUrl) {
        return Optional.ofNullable(simulators.get(channel))
                .map(url -> url + "/pay?code_url=" + URLEncoder.encode(codeUrl, StandardCharsets.UTF_8));
    }
}
