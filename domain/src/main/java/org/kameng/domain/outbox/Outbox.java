package org.kameng.domain.outbox;

/** Where features put facts that must reach someone outside the database. */
public interface Outbox {
    /** Stores the message in the running transaction (IllegalStateException without one) and wakes the relay after commit. A second message of the same topic and id is ignored. */
    void add(OutboxMessage message);
}
