/** How drills are spoken over HTTP. */
@NullMarked
package io.tenantry.wire.drills;

import org.jspecify.annotations.NullMarked;
