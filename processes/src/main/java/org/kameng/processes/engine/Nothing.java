package org.kameng.processes.engine;

/** The output of a job that adds no variable. */
public record Nothing() {}
