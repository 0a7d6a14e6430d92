/** How work flows: the models, the only door to the engine, the task inbox, and what is shown of a running process. */
@NullMarked
package org.kameng.processes;

import org.jspecify.annotations.NullMarked;
