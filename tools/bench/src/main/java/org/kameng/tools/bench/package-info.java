/** The rig: open-model load on the whole house, beside the bare engine, and the checker of its promises. */
@NullMarked
package org.kameng.tools.bench;

import org.jspecify.annotations.NullMarked;
