package org.kameng.workers.payment;

/** A notification at the door: genuine and fresh, or turned away. */
sealed interface Opened<T> {
    /**
     * Signed by the channel within five minutes.
     *
     * @param nonce the signature's own number, new for every attempt of the channel
     */
    record Genuine<T>(T content, String nonce) implements Opened<T> {}

    /**
     * Not to be believed.
     *
     * @param status 401 where the proof fails, 400 where the form does
     */
    record TurnedAway<T>(String why, int status) implements Opened<T> {}
}
