/** How the shop is doing, for the people who run it: numbers that keep up by themselves, each with its chart and its table. */
@NullMarked
package org.kameng.ui.statistics;

import org.jspecify.annotations.NullMarked;
