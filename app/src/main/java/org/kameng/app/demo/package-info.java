/** The living demonstration: fictional people whose orders go the road of every order, through the product's own services. */
@NullMarked
package org.kameng.app.demo;

import org.jspecify.annotations.NullMarked;
