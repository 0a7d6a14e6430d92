package org.kameng.tools.local;

import java.net.URI;

/** A running Elasticsearch on loopback, without log-in. */
public interface ElasticsearchServer {
    URI uri();

    void killHard();

    /** Starts the server again on the same port and data; nothing happens when it runs. */
    void start();
}
