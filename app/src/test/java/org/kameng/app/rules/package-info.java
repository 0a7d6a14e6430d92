/** The rules R1-R15 of the house, each with a planted violation that turns it red. */
@NullMarked
package org.kameng.app.rules;

import org.jspecify.annotations.NullMarked;
