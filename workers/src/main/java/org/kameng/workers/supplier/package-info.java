/** The way to upstream suppliers and back: signed calls out in three protocols, signed pushes in, and the certification of a supplier's endpoint. */
@NullMarked
package org.kameng.workers.supplier;

import org.jspecify.annotations.NullMarked;
