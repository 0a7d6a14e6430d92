/** What every screen stands on: texts, layouts, who is acting, and the feed that tells open pages what changed. */
@NullMarked
package org.kameng.ui.shared;

import org.jspecify.annotations.NullMarked;
