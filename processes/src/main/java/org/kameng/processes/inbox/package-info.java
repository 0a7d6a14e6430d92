/** The work of people: what waits for whom, who took it, and what was decided. */
@NullMarked
package org.kameng.processes.inbox;

import org.jspecify.annotations.NullMarked;
