/** What is on sale: sellers, categories, products, SKUs and the offers that join a SKU with its seller. */
@NullMarked
package org.kameng.domain.catalog;

import org.jspecify.annotations.NullMarked;
