/** What several workers do alike. */
@NullMarked
package org.kameng.workers.shared;

import org.jspecify.annotations.NullMarked;
