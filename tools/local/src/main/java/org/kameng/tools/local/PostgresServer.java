package org.kameng.tools.local;

/** A running PostgreSQL on loopback with the three roles of the house. */
public interface PostgresServer {
    /** Makes a fresh, empty database owned by the owner role and returns its name (prefix plus a random tail). */
    String createDatabase(String prefix);

    /** Makes the database of this very name unless it is there already. */
    void ensureDatabase(String name);

    String jdbcUrl(String database);

    String ownerUser();

    String ownerPassword();

    String appUser();

    String appPassword();

    String feedUser();

    String feedPassword();

    int port();

    /** Ends the server as a power cut would; what was committed must still be there after {@link #start()}. */
    void killHard();

    /** Starts the server again on the same port and data; nothing happens when it runs. */
    void start();
}
