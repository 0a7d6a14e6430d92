package org.kameng.tools.local;

/** The process that a directory of servers belongs to. */
final class Owner {
    static final String PART = "supervisor";

    private Owner() {}
}
