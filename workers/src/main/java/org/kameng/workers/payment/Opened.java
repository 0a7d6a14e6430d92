package org.kameng.workers.payment;

import org.springframework.http.HttpStatus;

/** A notification at the door: genuine and fresh, or turned away. */
sealed interface Opened<T> {
    int LARGEST_BODY = 64 * 1024;

    /**
     * Signed by the channel within five minutes.
     *
     * @param mark what is new in every attempt of the channel
     */
    record Genuine<T>(T content, String mark) implements Opened<T> {}

    /** Not to be believed. */
    record TurnedAway<T>(String why, HttpStatus status) implements Opened<T> {}

    /** The proof fails. */
    static <T> Opened<T> unproven(String why) {
        return new TurnedAway<>(why, HttpStatus.UNAUTHORIZED);
    }

    /** The form fails. */
    static <T> Opened<T> malformed(String why) {
        return new TurnedAway<>(why, HttpStatus.BAD_REQUEST);
    }
}
