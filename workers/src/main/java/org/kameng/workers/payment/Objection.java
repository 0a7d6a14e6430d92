package org.kameng.workers.payment;

/**
 * Why a genuine notification is not believed.
 *
 * @param recorded whether the domain has raised the alarm already
 */
record Objection(String why, boolean recorded) {
    static Objection of(String why) {
        return new Objection(why, false);
    }
}
