/** Drift: finding and mending tenant databases whose schema is not the one of their version. */
@NullMarked
package io.tenantry.core.drift;

import org.jspecify.annotations.NullMarked;
