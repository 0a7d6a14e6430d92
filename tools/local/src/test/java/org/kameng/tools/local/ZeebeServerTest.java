package org.kameng.tools.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ZeebeServerTest {
    private final ZeebeServer zeebe = LocalServers.shared().zeebe();

    @Test
    void broker_leads_its_partition_and_lets_the_test_turn_the_clock() {
        assertThat(Http.get(URI.create(zeebe.rest() + "/v2/topology"))).containsIgnoringCase("leader");
        assertThat(Http.get(URI.create(zeebe.management() + "/actuator/clock"))).contains("epochMilli");
    }
}
