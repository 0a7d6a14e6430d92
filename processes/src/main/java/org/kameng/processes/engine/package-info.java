/** The only door to the engine: deployment, job workers, the outbox relay and published messages. */
@NullMarked
package org.kameng.processes.engine;

import org.jspecify.annotations.NullMarked;
