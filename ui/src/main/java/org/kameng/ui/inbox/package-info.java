/** Work that waits for a person. */
@NullMarked
package org.kameng.ui.inbox;

import org.jspecify.annotations.NullMarked;
