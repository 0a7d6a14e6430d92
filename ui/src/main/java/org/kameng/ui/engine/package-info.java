/** Draws a process from its model: where the token stands, what is done, what is stuck. */
@NullMarked
package org.kameng.ui.engine;

import org.jspecify.annotations.NullMarked;
