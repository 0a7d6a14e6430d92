package org.kameng.ui.order;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the simulated wallet can be opened; known in the demonstration only. */
@Component
class DemoPayment {
    private final Optional<String> page;

    DemoPayment(@Value("${kameng.demo:false}") boolean demo, @Value("${kameng.wechat.base-url:}") String channel) {
        page = demo && channel.startsWith("http://127.0.0.1")
                ? Optional.of(channel + "/pay?code_url=")
                : Optional.empty();
    }

    /** The address that a code's content is appended to. */
    Optional<String> page() {
        return page;
    }
}
