/** Examines a supplier's endpoint from the command line, with the adapters of the house. */
@NullMarked
package org.kameng.tools.certify;

import org.jspecify.annotations.NullMarked;
