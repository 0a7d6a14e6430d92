/** Where the staff's day begins. */
@NullMarked
package org.kameng.ui.home;

import org.jspecify.annotations.NullMarked;
