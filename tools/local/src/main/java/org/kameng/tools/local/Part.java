package org.kameng.tools.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * One process of the whole that {@code run} brings up.
 *
 * @param name name of its pid file and, unless it keeps its own log, of its log
 * @param title how people call it
 * @param start starts it and waits until it is ready; throws {@link LocalException}
 * @param healthy whether it answers now
 * @param endSignal the signal that ends it in good order
 * @param patience how long it may take to end
 * @param log where it tells what happens
 * @param vital whether the whole is worth nothing without it
 */
record Part(
        String name,
        String title,
        Runnable start,
        BooleanSupplier healthy,
        String endSignal,
        Duration patience,
        Path log,
        boolean vital) {}
