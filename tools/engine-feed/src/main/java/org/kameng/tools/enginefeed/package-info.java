/** What the engine does, told to PostgreSQL: a Zeebe exporter and its one writer. */
@NullMarked
package org.kameng.tools.enginefeed;

import org.jspecify.annotations.NullMarked;
