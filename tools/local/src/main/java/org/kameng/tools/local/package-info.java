/** Runs PostgreSQL, Zeebe and Elasticsearch as child processes on loopback, for tests and for the launcher. */
@NullMarked
package org.kameng.tools.local;

import org.jspecify.annotations.NullMarked;
