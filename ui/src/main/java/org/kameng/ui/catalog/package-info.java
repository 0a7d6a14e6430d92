/** The shop pages: plain cacheable HTML that needs no session. */
@NullMarked
package org.kameng.ui.catalog;

import org.jspecify.annotations.NullMarked;
