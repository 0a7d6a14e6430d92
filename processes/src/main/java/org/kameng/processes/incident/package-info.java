/** Where processes stand still: told to people, healed by the house, helped by a person. */
@NullMarked
package org.kameng.processes.incident;

import org.jspecify.annotations.NullMarked;
