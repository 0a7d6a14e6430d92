package org.kameng.tools.enginefeed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Fills one statement, left to right, with a column of the rows at a time. */
final class ColumnCall<R> {

    private final Connection connection;
    private final PreparedStatement statement;
    private final Collection<R> rows;
    private int index;

    ColumnCall(Connection connection, PreparedStatement statement, Collection<R> rows) {
        this.connection = connection;
        this.statement = statement;
        this.rows = rows;
    }

    ColumnCall<R> number(long value) throws SQLException {
        statement.setLong(++index, value);
        return this;
    }

    ColumnCall<R> longs(ToLongFunction<R> column) throws SQLException {
        statement.setObject(++index, rows.stream().mapToLong(column).toArray());
        return this;
    }

    ColumnCall<R> ints(ToIntFunction<R> column) throws SQLException {
        statement.setObject(++index, rows.stream().mapToInt(column).toArray());
        return this;
    }

    ColumnCall<R> texts(Function<R, @Nullable String> column) throws SQLException {
        String[] values = rows.stream().map(column).toArray(String[]::new);
        statement.setArray(++index, connection.createArrayOf("text", values));
        return this;
    }

    void run() throws SQLException {
        statement.executeUpdate();
    }
}
