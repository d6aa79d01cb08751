/** Places in the console and the way between them. */
@NullMarked
package io.tenantry.app.navigation;

import org.jspecify.annotations.NullMarked;
