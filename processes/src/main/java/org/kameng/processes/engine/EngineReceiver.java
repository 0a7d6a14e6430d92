package org.kameng.processes.engine;

/** A receiver whose messages go to the engine: nothing is sent before the models are confirmed there. */
public interface EngineReceiver extends OutboxReceiver {}
