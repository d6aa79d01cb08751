/** What the console tells by itself: short messages, and the list that keeps them. */
@NullMarked
package io.tenantry.app.notices;

import org.jspecify.annotations.NullMarked;
