/** How a second start of the console finds the first one and hands over to it. */
@NullMarked
package io.tenantry.app.start;

import org.jspecify.annotations.NullMarked;
