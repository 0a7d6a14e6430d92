package org.kameng.tools.simulators.supplier;

/** A protocol: how its credentials look and how it is spoken. */
public interface Wire extends Credentials.Form {
    Dialect open(Desk desk);
}
