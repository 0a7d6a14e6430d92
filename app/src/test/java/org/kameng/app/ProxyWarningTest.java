package org.kameng.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProxyWarningTest {

    @Test
    void a_house_behind_a_proxy_it_does_not_believe_says_so() {
        assertThat(new ProxyWarning("https://shop.example.com", "none").isDue()).isTrue();
        assertThat(new ProxyWarning("https://shop.example.com", "native").isDue())
                .isFalse();
        assertThat(new ProxyWarning("http://127.0.0.1:8080", "none").isDue()).isFalse();
    }
}
