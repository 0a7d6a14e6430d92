/** The process supplier-purchase: its names and what continues it. */
@NullMarked
package org.kameng.processes.purchase;

import org.jspecify.annotations.NullMarked;
