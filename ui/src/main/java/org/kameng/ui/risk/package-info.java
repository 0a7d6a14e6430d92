/** What the risk rules said about an order. */
@NullMarked
package org.kameng.ui.risk;

import org.jspecify.annotations.NullMarked;
