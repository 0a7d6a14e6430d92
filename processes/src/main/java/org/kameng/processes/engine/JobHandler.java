package org.kameng.processes.engine;

/**
 * One job type, one class. The engine delivers a job at least once, so {@link #handle} answers a repeated call with what
 * already happened. It is called on a virtual thread with no database connection bound.
 *
 * @param <I> record of the variables the job reads; a component that may be missing is marked {@code @Nullable}
 * @param <O> record of the variables the job adds; {@code null} components are left out
 */
public interface JobHandler<I extends Record, O extends Record> {

    JobSpec<I, O> spec();

    JobOutcome<O> handle(I input);
}
