/** A small HTTP server that keeps header case, routes by path, and can break a connection on purpose. */
@NullMarked
package org.kameng.tools.simulators.http;

import org.jspecify.annotations.NullMarked;
