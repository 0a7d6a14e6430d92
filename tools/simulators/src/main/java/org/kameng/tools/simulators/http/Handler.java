package org.kameng.tools.simulators.http;

/** Answers one request; a {@link Refusal} becomes the refused answer, anything else a 500. */
@FunctionalInterface
public interface Handler {
    Answer handle(Request request) throws Exception;
}
