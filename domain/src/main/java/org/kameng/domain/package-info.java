/** What is true about the business; PostgreSQL behind it, no engine and no screen. */
@NullMarked
package org.kameng.domain;

import org.jspecify.annotations.NullMarked;
