/** What did not fit at the payment door, told to the people who follow it up. */
@NullMarked
package org.kameng.ui.alarm;

import org.jspecify.annotations.NullMarked;
