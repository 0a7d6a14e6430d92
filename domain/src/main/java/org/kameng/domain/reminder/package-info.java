/** Telling owners in time that their cards expire. */
@NullMarked
package org.kameng.domain.reminder;

import org.jspecify.annotations.NullMarked;
