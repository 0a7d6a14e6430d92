package org.kameng.tools.enginefeed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Writes batches over one connection, whose statements stay prepared. Not for two threads. */
final class FeedStore implements AutoCloseable {

    private final Connection connection;
    private final int partition;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    FeedStore(Connection connection, int partition) {
        this.connection = connection;
        this.partition = partition;
    }

    Connection connection() {
        return connection;
    }

    /** One transaction: the rows of the batch and how far the feed has come. */
    void write(Batch batch, long epoch, long position, long now, long lag) throws SQLException {
        try {
            definitions(batch.definitions.values(), epoch);
            instances(batch.instances.values(), epoch);
            userTasks(batch.userTasks.values(), epoch);
            taskNumbers(batch.instances.values(), epoch);
            elements(batch.elements, epoch);
            jobs(batch.jobs, epoch);
            incidents(batch.incidents.values(), epoch);
            timers(batch.timers.values(), epoch);
            state(epoch, position, now, lag);
            connection.commit();
        } catch (SQLException e) {
            rollBackQuietly(e);
            throw e;
        }
    }

    private void definitions(Collection<Rows.Definition> rows, long epoch) throws SQLException {
        if (!rows.isEmpty()) {
            call(Sql.DEFINITION, rows)
                    .number(epoch)
                    .longs(Rows.Definition::key)
                    .texts(Rows.Definition::processId)
                    .ints(Rows.Definition::version)
                    .texts(Rows.Definition::xml)
                    .run();
        }
    }

    private void instances(Collection<Rows.Instance> rows, long epoch) throws SQLException {
        if (!rows.isEmpty()) {
            call(Sql.INSTANCE, rows)
                    .number(epoch)
                    .longs(Rows.Instance::key)
                    .texts(Rows.Instance::processId)
                    .longs(Rows.Instance::definitionKey)
                    .ints(Rows.Instance::version)
                    .longs(Rows.Instance::parentKey)
                    .texts(Rows.Instance::state)
                    .longs(Rows.Instance::startedAt)
                    .longs(Rows.Instance::endedAt)
                    .longs(Rows.Instance::position)
                    .texts(Rows.Instance::endElementId)
                    .texts(Rows.Instance::businessNo)
                    .longs(Rows.Instance::businessNoPosition)
                    .run();
        }
    }

    private void userTasks(Collection<Rows.UserTask> rows, long epoch) throws SQLException {
        if (!rows.isEmpty()) {
            call(Sql.USER_TASK, rows)
                    .number(epoch)
                    .longs(Rows.UserTask::key)
                    .longs(Rows.UserTask::instanceKey)
                    .texts(Rows.UserTask::processId)
                    .texts(Rows.UserTask::elementId)
                    .longs(Rows.UserTask::elementKey)
                    .texts(Rows.UserTask::candidateGroups)
                    .longs(Rows.UserTask::dueAt)
                    .texts(Rows.UserTask::externalReference)
                    .ints(Rows.UserTask::priority)
                    .texts(Rows.UserTask::state)
                    .longs(Rows.UserTask::createdAt)
                    .longs(Rows.UserTask::endedAt)
                    .longs(Rows.UserTask::position)
                    .number(epoch)
                    .run();
        }
    }

    private void taskNumbers(Collection<Rows.Instance> instances, long epoch) throws SQLException {

        var numbered =
                instances.stream().filter(row -> row.businessNo() != null).toList();
        if (!numbered.isEmpty()) {
            call(Sql.TASK_NUMBER, numbered)
                    .number(epoch)
                    .longs(Rows.Instance::key)
                    .run();
        }
    }

    private void elements(Collection<Rows.Element> rows, long epoch) throws SQLException {
        if (!rows.isEmpty()) {
            call(Sql.ELEMENT, rows)
                    .number(epoch)
                    .number(partition)
                    .longs(Rows.Element::position)
                    .longs(Rows.Element::instanceKey)
                    .longs(Rows.Element::elementKey)
                    .texts(Rows.Element::elementId)
                    .texts(Rows.Element::type)
                    .texts(Rows.Element::intent)
                    .longs(Rows.Element::at)
                    .run();
        }
    }

    private void jobs(Collection<Rows.Job> rows, long epoch) throws SQLException {
        if (!rows.isEmpty()) {
            call(Sql.JOB, rows)
                    .number(epoch)
                    .number(partition)
                    .longs(Rows.Job::position)
                    .longs(Rows.Job::instanceKey)
                    .longs(Rows.Job::jobKey)
                    .texts(Rows.Job::elementId)
                    .texts(Rows.Job::type)
                    .texts(Rows.Job::intent)
                    .ints(Rows.Job::retries)
                    .texts(Rows.Job::worker)
                    .texts(Rows.Job::errorCode)
                    .texts(Rows.Job::errorMessage)
                    .longs(Rows.Job::deadline)
                    .longs(Rows.Job::retryAt)
                    .longs(Rows.Job::at)
                    .run();
        }
    }

    private void incidents(Collection<Rows.Incident> rows, long epoch) throws SQLException {
        if (!rows.isEmpty()) {
            call(Sql.INCIDENT, rows)
                    .number(epoch)
                    .longs(Rows.Incident::key)
                    .longs(Rows.Incident::instanceKey)
                    .texts(Rows.Incident::elementId)
                    .longs(Rows.Incident::jobKey)
                    .texts(Rows.Incident::errorType)
                    .texts(Rows.Incident::errorMessage)
                    .texts(Rows.Incident::state)
                    .longs(Rows.Incident::createdAt)
                    .longs(Rows.Incident::resolvedAt)
                    .longs(Rows.Incident::position)
                    .run();
        }
    }

    private void timers(Collection<Rows.Timer> rows, long epoch) throws SQLException {
        if (!rows.isEmpty()) {
            call(Sql.TIMER, rows)
                    .number(epoch)
                    .longs(Rows.Timer::key)
                    .longs(Rows.Timer::instanceKey)
                    .texts(Rows.Timer::elementId)
                    .longs(Rows.Timer::dueAt)
                    .texts(Rows.Timer::state)
                    .longs(Rows.Timer::position)
                    .run();
        }
    }

    private void state(long epoch, long position, long now, long lag) throws SQLException {
        PreparedStatement statement = prepared(Sql.FEED_STATE);
        statement.setLong(1, epoch);
        statement.setInt(2, partition);
        statement.setLong(3, position);
        statement.setLong(4, now);
        statement.setLong(5, lag);
        statement.executeUpdate();
    }

    private <R> ColumnCall<R> call(String sql, Collection<R> rows) throws SQLException {
        return new ColumnCall<>(connection, prepared(sql), rows);
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }

    private void rollBackQuietly(SQLException reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // Broken already, which is why it is closed.
        }
    }
}
