package org.kameng.tools.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ElasticsearchServerTest {
    private final ElasticsearchServer elasticsearch = LocalServers.shared().elasticsearch();

    @Test
    void node_is_up_and_comes_back_after_a_power_cut() {
        elasticsearch.killHard();
        elasticsearch.start();
        assertThat(Http.get(URI.create(elasticsearch.uri() + "/_cluster/health")))
                .contains("\"status\":\"green\"");
    }
}
