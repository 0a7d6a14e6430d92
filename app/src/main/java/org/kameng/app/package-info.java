/** The one Spring Boot application: picks the roles this process plays and guards what machines call. */
@NullMarked
package org.kameng.app;

import org.jspecify.annotations.NullMarked;
