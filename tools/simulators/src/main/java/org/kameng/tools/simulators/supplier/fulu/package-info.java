/** A supplier in the style of 福禄: one gateway address, MD5 over sorted characters, cards under AES-256-ECB, no pushes. */
@NullMarked
package org.kameng.tools.simulators.supplier.fulu;

import org.jspecify.annotations.NullMarked;
