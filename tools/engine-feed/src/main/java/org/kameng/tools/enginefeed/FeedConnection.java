package org.kameng.tools.enginefeed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;

/** Opens the feed's one connection: quick to give up, because whoever waits for it holds the broker's log back. */
final class FeedConnection {

    // Our few statements meet a handful of keys in big tables: plan once, by index, whatever the statistics say today.
    private static final String SESSION =
            "-c plan_cache_mode=force_generic_plan -c jit=off -c enable_hashjoin=off -c enable_mergejoin=off";

    private FeedConnection() {}

    static Connection open(FeedSettings settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "4");
        properties.setProperty("socketTimeout", "5");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("prepareThreshold", "1");
        properties.setProperty("ApplicationName", "engine-feed");
        properties.setProperty("options", SESSION);
        // The driver itself, not DriverManager: that one looks through the wrong class loader inside a broker.
        Connection connection = new Driver().connect(settings.url(), properties);
        if (connection == null) {
            throw new SQLException("the driver does not know this address");
        }
        connection.setAutoCommit(false);
        return connection;
    }
}
