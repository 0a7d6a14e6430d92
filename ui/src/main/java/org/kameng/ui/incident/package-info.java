/** Where processes stand still: what happened in plain words, what it costs, and what a person may do. */
@NullMarked
package org.kameng.ui.incident;

import org.jspecify.annotations.NullMarked;
