/** How the shop is doing: counts for the people who run it, kept up to date so that looking is cheap. */
@NullMarked
package org.kameng.domain.statistics;

import org.jspecify.annotations.NullMarked;
