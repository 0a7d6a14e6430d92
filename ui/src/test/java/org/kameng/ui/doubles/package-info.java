/** Small in-memory stand-ins for the domain's ports, for tests of screens. */
@NullMarked
package org.kameng.ui.doubles;

import org.jspecify.annotations.NullMarked;
