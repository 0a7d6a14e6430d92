/** Who did what to a thing, and refusals that must not be forgotten. */
@NullMarked
package org.kameng.ui.audit;

import org.jspecify.annotations.NullMarked;
