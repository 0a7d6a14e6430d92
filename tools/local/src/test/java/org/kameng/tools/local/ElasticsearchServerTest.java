package org.kameng.tools.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ElasticsearchServerTest {
    @Test
    void node_is_up() {
        ElasticsearchServer elasticsearch = LocalServers.shared().elasticsearch();
        assertThat(Http.get(URI.create(elasticsearch.uri() + "/_cluster/health")))
                .contains("\"status\":\"green\"");
    }
}
