/** Camunda Process Test in remote mode over the in-memory engine: the answers a Camunda 8.8 cluster would give, in the test's own JVM. */
@NullMarked
package org.kameng.tools.cptengine;

import org.jspecify.annotations.NullMarked;
