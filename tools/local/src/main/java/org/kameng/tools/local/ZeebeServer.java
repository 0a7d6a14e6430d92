package org.kameng.tools.local;

import java.net.URI;

/** A running Zeebe broker with its gateway on loopback, clock under control of the test. */
public interface ZeebeServer {
    /** Address for gRPC clients. */
    URI grpc();

    /** Address for REST clients. */
    URI rest();

    /** Health, metrics and the clock ({@code /actuator/...}). */
    URI management();

    /** Ends the broker as a power cut would. */
    void killHard();

    /** Starts the broker, with the feed if one was chosen before; nothing happens when it runs. */
    void start();

    /** Starts the broker with the feed writing to this database; a broker that runs otherwise is started anew. */
    void startWithFeed(String database);

    /** Stops the broker and deletes its data directory. */
    void wipe();
}
